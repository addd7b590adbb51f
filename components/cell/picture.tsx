import { Component, type ComponentChildren } from 'preact'
import type { Replay } from '#figures/cluster/replay.ts'
import { viewFor } from '#figures/registry.ts'
import type { Json } from '#sandbox/items.ts'

interface Props {
  readonly kind: string
  readonly data: Json
  readonly id: string
  readonly replay?: Replay | undefined
}

/** A picture of a cell: the view that the figures' registry has for its kind. */
export function PictureView({ kind, data, id, replay }: Props) {
  const View = viewFor(kind)
  if (View === undefined) return <p class="cell-notice">There is no picture of the kind “{kind}” here.</p>
  return (
    <Undrawable>
      <View data={data} id={id} replay={replay} />
    </Undrawable>
  )
}

/** What a cell sends to be drawn may be of any shape; what no view can draw takes nothing else down with it. */
class Undrawable extends Component<{ children: ComponentChildren }, { failed: boolean }> {
  override state = { failed: false }

  static override getDerivedStateFromError() {
    return { failed: true }
  }

  override render() {
    if (this.state.failed) return <p class="cell-notice">This picture could not be drawn.</p>
    return this.props.children
  }
}
