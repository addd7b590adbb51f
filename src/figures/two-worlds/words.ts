import type { Ms } from '#engine/core/types.ts'
import { story, type Fate, type World } from './worlds.ts'

/** A moment as the figure writes it: "12.6 s". */
export function seconds(ms: Ms): string {
  return `${(Math.round(ms / 100) / 10).toFixed(1).replace(/\.0$/, '')} s`
}

export const nameOf: Readonly<Record<Fate, string>> = { crashed: 'B has crashed', slow: 'B is only slow' }

/** What table 3 got, in one sentence, and whether that is bad: nothing, twice, or with nuts. */
export function outcomeOf({ served }: World): { readonly text: string; readonly bad: boolean } {
  const plates = served.map(
    ({ atMs, by, nuts }) => `${by}’s after ${seconds(atMs - story.orderMs)}${nuts ? ', with nuts' : ''}`,
  )
  if (plates.length === 0) return { text: 'No cake, ever.', bad: true }
  if (plates.length === 1) return { text: `One cake, ${plates[0]}.`, bad: served[0]?.nuts ?? false }
  return { text: `Two cakes: ${plates.join('; ')}.`, bad: true }
}

/** What the rule has cost in the two worlds, and what the other choice would have spared. */
export function costInWords(crashed: World, slow: World): string {
  const nuts = slow.served.some((plate) => plate.nuts)
  const [dead] = crashed.served
  if (dead === undefined)
    return 'Where B has crashed, table 3 waits for ever. Where B is only slow, it has one cake, late.'
  const wait = `Where B has crashed, table 3 waits ${seconds(dead.atMs - story.orderMs)} for its cake`
  if (slow.served.length < 2)
    return `${wait}: that is what the patience costs. Where B is only slow, it pays: one cake, and nobody was wronged.`
  return nuts
    ? `${wait}, and you were right. Where B is only slow, two kitchens cook for one table; and the one that was called dead was not phoned, so its cake has nuts.`
    : `${wait}. Where B is only slow, the patience did not last, and two kitchens cook for one table.`
}

/** What only B's next word could have told, and whether it came in time. */
export function wordAfter(nextMs: Ms | undefined, declaredMs: Ms | undefined): string {
  if (nextMs === undefined) return ''
  return declaredMs === undefined || declaredMs > nextMs
    ? `Only B’s next word, at ${seconds(nextMs)}, tells.`
    : `Only B’s next word, at ${seconds(nextMs)}, tells, and by then A has acted.`
}
