import type { Ms } from '#engine/core/types.ts'
import { story, type Fate, type World } from './worlds.ts'

/** A moment as the figure writes it: "12.6 s". */
export function seconds(ms: Ms): string {
  return `${(Math.round(ms / 100) / 10).toFixed(1).replace(/\.0$/, '')} s`
}

/** The two worlds, as they're called. */
export const nameOf: Readonly<Record<Fate, string>> = { crashed: 'B has crashed', slow: 'B is only slow' }

/** What table 3 got, in one sentence, and whether that is bad: nothing, twice, or with nuts. */
export function outcomeOf({ served }: World): { readonly text: string; readonly bad: boolean } {
  const plates = served.map(
    ({ atMs, by, nuts }) => `${by}’s, after ${seconds(atMs - story.orderMs)}${nuts ? ', with nuts' : ''}`,
  )
  if (plates.length === 0) return { text: 'No cake, ever.', bad: true }
  if (plates.length === 1) return { text: `One cake: ${plates[0]}.`, bad: served[0]?.nuts ?? false }
  return { text: `Two cakes: ${plates.join('; ')}.`, bad: true }
}

/** What the rule has cost in the two worlds, and what the other choice would have saved. */
export function costInWords(crashed: World, slow: World): string {
  const nuts = slow.served.some((plate) => plate.nuts)
  const [dead] = crashed.served
  if (dead === undefined)
    return 'Where B has crashed, table 3 waits forever. Where B is only slow, table 3 gets one cake, late.'
  const wait = `Where B has crashed, table 3 waits ${seconds(dead.atMs - story.orderMs)} for its cake`
  if (slow.served.length < 2)
    return `${wait}, which is the price of waiting. Where B is only slow, waiting pays off: one cake, and no harm done.`
  return nuts
    ? `${wait}, and you were right. Where B is only slow, two kitchens cook for one table. And because you’d declared B dead, you never phoned it, so its cake has nuts.`
    : `${wait}. Where B is only slow, you gave up too early, and two kitchens cook for one table.`
}

/** What only B's next word could have told, and whether it came in time. */
export function wordAfter(nextMs: Ms | undefined, declaredMs: Ms | undefined): string {
  if (nextMs === undefined) return ''
  return declaredMs === undefined || declaredMs > nextMs
    ? `Only B’s next message, at ${seconds(nextMs)}, tells them apart.`
    : `Only B’s next message, at ${seconds(nextMs)}, tells them apart, and A has already acted.`
}
