import type { Json } from '#sandbox/items.ts'

/** A picture of a cell: the view that the figures' registry has for its kind. */
export function PictureView({ kind }: { kind: string; data: Json; id: string }) {
  return <p class="cell-notice">There is no picture of the kind “{kind}” here.</p>
}
