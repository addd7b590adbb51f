import { moment } from '#figures/cluster/moment-event.ts'

/** How long a picture may take to be fetched and drawn. */
const patienceMs = 8000

/** Sets the picture of a run to a moment in virtual time; false where the cell shows no picture of that run. */
export async function goToMoment(cell: HTMLElement, run: number, atMs: number): Promise<boolean> {
  const picture = cell.querySelector(`[data-run="${run}"]`)
  if (picture === null) return false
  picture.scrollIntoView({ block: 'nearest' })
  // A picture is drawn when it's in sight.
  for (const begun = performance.now(); performance.now() - begun < patienceMs;) {
    const drawn = cell.querySelector(`[data-run="${run}"] .cluster-scroll`)
    if (drawn !== null) {
      drawn.dispatchEvent(new CustomEvent(moment, { bubbles: true, detail: { atMs } }))
      return true
    }
    await new Promise(requestAnimationFrame)
  }
  return true
}
