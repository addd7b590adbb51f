import { moment } from '#figures/cluster/moment-event.ts'

const patienceFrames = 120

/** Sets the picture of a run to a moment in virtual time; false where the cell shows no picture of that run. */
export async function goToMoment(cell: HTMLElement, run: number, atMs: number): Promise<boolean> {
  const picture = cell.querySelector(`[data-run="${run}"]`)
  if (picture === null) return false
  picture.scrollIntoView({ block: 'nearest' })
  // A picture is drawn when it's in sight.
  for (let frame = 0; frame < patienceFrames; frame++) {
    const drawn = cell.querySelector(`[data-run="${run}"] .cluster-scroll`)
    if (drawn !== null) {
      drawn.dispatchEvent(new CustomEvent(moment, { bubbles: true, detail: { atMs } }))
      return true
    }
    await new Promise(requestAnimationFrame)
  }
  return true
}
