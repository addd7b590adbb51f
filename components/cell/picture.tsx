import { viewFor } from '#figures/registry.ts'
import type { Json } from '#sandbox/items.ts'

/** A picture of a cell: the view that the figures' registry has for its kind. */
export function PictureView({ kind, data }: { kind: string; data: Json; id: string }) {
  const View = viewFor(kind)
  if (View === undefined) return <p class="cell-notice">There is no picture of the kind “{kind}” here.</p>
  return <View data={data} />
}
