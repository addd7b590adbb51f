import { listed } from '#figures/quantity.ts'
import { dayAndClock, daysText, dayAndClockText, spellMs } from './days.ts'
import type { Ending, Held, Moment, Story } from './story.ts'

const heldNames: Readonly<Record<Held, string>> = {
  order: 'the order',
  tombstone: 'a tombstone',
  nothing: 'nothing',
}

/** The strip's name for each way that the story can end. */
export const endingNames: Readonly<Record<Ending, string>> = {
  lurking: 'the repair fails, and B still has the order',
  gone: 'the order is gone everywhere',
  cooked: 'the order comes back, and the cake is baked',
}

/** "A and C hold a tombstone, B the order." */
export function holdsInWords(holds: Moment['holds']): string {
  const groups = new Map<Held, string[]>()
  for (const [node, held] of Object.entries(holds)) groups.set(held, [...(groups.get(held) ?? []), node])
  if (groups.size === 1 && groups.has('nothing')) return 'None of them holds anything.'
  if (groups.size === 1) return `All of them hold ${heldNames[Object.values(holds)[0] ?? 'nothing']}.`
  const parts = [...groups].map(([held, nodes], index) => {
    const verb = index > 0 ? '' : nodes.length === 1 ? 'holds ' : 'hold '
    return `${listed(nodes)} ${verb}${heldNames[held]}`
  })
  return `${parts.join(', ')}.`
}

/** What happened at a moment of the story. */
export function momentInWords({ kind }: Moment, story: Story): string {
  const silent = story.silent[0]
  const name = silent?.node ?? ''
  switch (kind) {
    case 'order':
      return 'Table 3 orders walnut cake for the party.'
    case 'silent':
      return `${name} crashes.`
    case 'cancel':
      return `Table 3 cancels, because a guest can’t eat nuts. ${name} misses the delete. It’s been down for too long, so no coordinator stores a hint.`
    case 'back':
      return `${name} restarts with everything it had before.`
    case 'forgotten':
      return `${spellMs(story.graceEndsAt - story.cancelAt)} after the delete the tombstone may go, and a compaction drops it.`
    case 'repair':
      return repairInWords(story)
    case 'dinner':
      return story.dinner === null
        ? 'The party. A looks up table 3, finds no order, and bakes nothing.'
        : `The party. A looks up table 3, reads “${story.dinner}”, and bakes it.`
  }
}

function repairInWords(story: Story): string {
  if (story.repair === 'refused')
    return `The repair fails: it needs a tree from every replica, and ${story.silent[0]?.node ?? ''} is down.`
  const took = story.streams.filter(({ changed }) => changed)
  if (took.length === 0) return 'The repair finds equal replicas and changes nothing.'
  return `The repair: ${took
    .map(({ to, from, held }) => `${to} takes ${heldNames[held]} from ${from}`)
    .join(', and ')}.`
}

/** The chosen day's end and its reason: the one sentence under the slider. */
export function endingInWords(story: Story): string {
  const { day, clock } = dayAndClock(story.graceEndsAt)
  const silent = story.silent[0]?.node ?? ''
  switch (story.ending) {
    case 'lurking':
      return `The repair needs a tree from every replica, and ${silent} was down. A bakes nothing, but a read on ${silent} still returns the order.`
    case 'gone':
      return 'In time: A and C still have the tombstone, and B gets it from them. Later all three drop it.'
    case 'cooked':
      return `Too late: since day ${day}, ${clock}, A and C hold nothing at all. B’s order looks like a row they’ve missed, so they take it.`
  }
}

/** The first day whose run ended with cake; undefined when none did. */
export function firstCooked(stories: readonly Story[]): number | undefined {
  const found = stories.findIndex(({ ending }) => ending === 'cooked')
  return found < 0 ? undefined : found
}

/** The days of each ending, told from the runs: "Days 0 to 4: refused ..." */
export function stripInWords(stories: readonly Story[]): readonly string[] {
  const endings = [...new Set(stories.map(({ ending }) => ending))]
  return endings.map((ending) => {
    const days = stories.flatMap((story, day) => (story.ending === ending ? [day] : []))
    const text = daysText(days)
    return `${text.charAt(0).toUpperCase()}${text.slice(1)}: ${endingNames[ending]}.`
  })
}

/** The reader's prediction beside what the runs gave. `never`: on no day. */
export function guessInWords(guess: number | 'never', stories: readonly Story[]): string {
  const first = firstCooked(stories)
  const [story] = stories
  if (first === undefined || story === undefined) return ''
  const grace = spellMs(story.graceEndsAt - story.cancelAt)
  const runs = `In the runs it’s too late from day ${first} on, because the ${grace} count from the delete on ${dayAndClockText(story.cancelAt)}.`
  const back = Math.floor((story.silent[0]?.to ?? 0) / 86_400_000)
  const graceDays = Math.round((story.graceEndsAt - story.cancelAt) / 86_400_000)
  if (guess === 'never') return `You predicted that no day is too late. ${runs}`
  if (guess === first) return `You predicted day ${guess}, and the runs agree.`
  const counted =
    guess === graceDays
      ? ' You counted from the order, but the tombstone was written a day later.'
      : guess === back
        ? ' B’s restart does no harm as long as A and C have the tombstone.'
        : guess === back + graceDays
          ? ' You counted from B’s restart, but the time is in the tombstone.'
          : ''
  return `You predicted day ${guess}. ${runs}${counted}`
}
