import { Component, type ComponentChildren } from 'preact'
import { viewFor } from '#figures/registry.ts'
import type { Json } from '#sandbox/items.ts'

/** A picture of a cell: the view that the figures' registry has for its kind. */
export function PictureView({ kind, data }: { kind: string; data: Json; id: string }) {
  const View = viewFor(kind)
  if (View === undefined) return <p class="cell-notice">There is no picture of the kind “{kind}” here.</p>
  return (
    <Undrawable>
      <View data={data} />
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
