import type { RunOutline } from '#outline/types.ts'
import { lanesOf } from '#figures/cluster/lanes.ts'

/** A node or client of a run, with the letter, hue and shape that the picture gives; a client by its name. */
export function Chip({ id, outline }: { readonly id: string; readonly outline: RunOutline }) {
  const lane = lanesOf(outline).find((other) => other.id === id)
  if (lane === undefined || lane.kind === 'client') return <span class="cluster-who">{id}</span>
  return <span class={`node ${lane.look}${lane.hollow ? ' cluster-hollow' : ''}`}>{id}</span>
}
