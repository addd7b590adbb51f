import { Component, type ComponentChildren } from 'preact'
import type { Replay } from '#outline/replay.ts'
import { viewFor } from '#figures/registry.ts'
import type { Json } from '#sandbox/items.ts'
import { limits } from '#sandbox/limits.ts'

interface Props {
  readonly kind: string
  readonly data: Json
  readonly id: string
  readonly replay?: Replay | undefined
}

/** A picture of a cell: the view that the figures' registry has for its kind. */
export function PictureView({ kind, data, id, replay }: Props) {
  const View = viewFor(kind)
  if (View === undefined) return <p class="cell-notice">There’s no picture of the kind “{kind}” here.</p>
  return (
    <Undrawable data={data}>
      <View data={data} id={id} replay={replay} budget={limits.pictureEvents} />
    </Undrawable>
  )
}

/**
 * What a cell sends to be drawn may be of any shape; what no view can draw takes nothing else down with it, and the next
 * picture at its place is tried afresh.
 */
class Undrawable extends Component<{ data: Json; children: ComponentChildren }, { failed?: Json }> {
  override state: { failed?: Json } = {}

  override componentDidCatch() {
    this.setState({ failed: this.props.data })
  }

  override render() {
    if (this.state.failed !== undefined && this.state.failed === this.props.data)
      return (
        <p class="cell-notice">This picture couldn’t be drawn. Reload the page and run the cell again.</p>
      )
    return this.props.children
  }
}
