import type { Event, Ms, NodeId } from '#engine/core/types.ts'
import { cook, door, type Plate } from './kitchens.ts'
import { story, wakesMs, type World } from './worlds.ts'

/** One thing that happened in a kitchen, for the list below the picture and a number in it. */
export interface Happening {
  readonly atMs: Ms
  readonly node: NodeId
  readonly text: string
  /** A guest is served what they mustn't eat. */
  readonly bad?: boolean
}

/** What counts in a world, in order; with `onlyA`, what A knows of it. The phone calls of every second are left out. */
export function happeningsOf(world: World, untilMs: Ms, onlyA: boolean): readonly Happening[] {
  const told = world.run.trace.filter(({ at }) => at <= untilMs).flatMap(happeningOf)
  const lastWord = lastWordMs(world)
  const all = [...told, { atMs: lastWord, node: door, text: `hears from ${cook} for the last time so far` }]
  return all
    .filter(({ node, atMs }) => atMs <= untilMs && (!onlyA || node === door))
    .sort((one, other) => one.atMs - other.atMs)
    .reduce<readonly Happening[]>(together, [])
}

/** What one kitchen does in one millisecond is told in one sentence. */
function together(told: readonly Happening[], next: Happening): readonly Happening[] {
  const last = told.at(-1)
  if (last === undefined || last.atMs !== next.atMs || last.node !== next.node) return [...told, next]
  return [...told.slice(0, -1), { ...last, ...next, text: `${last.text}; ${next.text}` }]
}

/** When A heard from B last before it fell silent. */
export function lastWordMs({ run }: World): Ms {
  const heard = run.trace.filter(
    (event) => event.type === 'receive' && event.node === door && event.message.startsWith(`${cook}>`),
  )
  return heard.findLast(({ at }) => at < story.decideMs)?.at ?? 0
}

/** When A hears from B again; undefined: never. */
export function nextWordMs({ run }: World): Ms | undefined {
  return run.trace.find(
    (event) =>
      event.type === 'receive' &&
      event.node === door &&
      event.at > story.decideMs &&
      event.message.startsWith(`${cook}>`),
  )?.at
}

function happeningOf(event: Event): readonly Happening[] {
  const { at: atMs, node } = event
  const at = (text: string, bad = false): readonly Happening[] => [
    { atMs, node, text, ...(bad ? { bad } : {}) },
  ]
  if (event.type === 'receive' && event.name === 'order')
    return at(`takes table 3’s order, a cake, and phones it to ${cook}`)
  if (event.type === 'receive' && event.name === 'cook') return at('puts the cake in the oven')
  if (event.type === 'receive' && event.name === 'slip') return at('reads the slip: no nuts')
  if (event.type === 'receive' && event.name === 'served')
    return at(`hears that table 3 has been served by ${cook}`)
  if (event.type === 'crash') return at('crashes; the cake is lost')
  if (event.type === 'pause') return at('dozes off beside the oven')
  if (event.type === 'resume') return at('wakes up')
  if (event.type !== 'note') return []
  if (event.text === 'serves table 3') {
    const { nuts } = event.data as unknown as Plate
    return at(nuts ? 'serves the cake, with nuts' : 'serves a cake without nuts', nuts)
  }
  if (event.text === `declares ${cook} dead`)
    return at(`declares ${cook} dead and puts a cake in its own oven`)
  if (event.text === `the slip isn’t phoned to ${cook}`)
    return at(`takes the slip “no nuts”, but doesn’t phone ${cook}, which it has declared dead`)
  if (event.text === `phones the slip to ${cook}`)
    return at(`takes the slip “no nuts” and phones it to ${cook}`)
  if (event.text === `${cook} isn’t dead` && node === door)
    return at(`hears from ${cook}, so ${cook} isn’t dead`)
  return []
}

/** Until when the picture must go so that all that counts is in it. */
export function endMs(worlds: readonly World[], sleep: Ms): Ms {
  const last = worlds.flatMap((world) => [
    ...happeningsOf(world, story.untilMs, false).map(({ atMs }) => atMs),
    wakesMs(sleep),
  ])
  return Math.min(story.untilMs, Math.max(...last) + 2_500)
}
