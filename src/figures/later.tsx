import type { ComponentType } from 'preact'
import { useEffect, useState } from 'preact/hooks'

/** A view that is fetched when it's first drawn: until then a line says that it is on its way. */
export function later<Props extends object>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> {
  let loaded: ComponentType<Props> | undefined
  return function Later(props: Props) {
    const [View, setView] = useState<{ readonly It: ComponentType<Props> } | undefined>(
      loaded && { It: loaded },
    )
    const [failed, setFailed] = useState(false)
    useEffect(() => {
      if (loaded !== undefined) return
      load().then(
        (It) => setView({ It: (loaded = It) }),
        () => setFailed(true),
      )
    }, [])
    if (View !== undefined) return <View.It {...props} />
    return (
      <p class="cell-notice">
        {failed
          ? 'This picture couldn’t be loaded. Are you offline? Reload the page to try again.'
          : 'Drawing…'}
      </p>
    )
  }
}
