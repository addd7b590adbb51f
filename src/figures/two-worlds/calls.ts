import type { Event, Ms, NodeId } from '#engine/core/types.ts'
import { cook, door } from './kitchens.ts'
import type { World } from './worlds.ts'

/** One phone call of A's as the picture draws it. */
export interface Call {
  readonly from: NodeId
  readonly to: NodeId
  readonly sentMs: Ms
  /** When it was heard; undefined: by nobody, or not yet. */
  readonly heardMs: Ms | undefined
  /** Something was said beside “here I am”. */
  readonly matters: boolean
}

/** All calls that A made or took until a moment. With `onlyA`, whether A was heard isn't told: A can't know. */
export function callsOf({ run }: World, untilMs: Ms, onlyA: boolean): readonly Call[] {
  const heard = new Map<string, Ms>()
  for (const event of run.trace)
    if (event.type === 'receive' && event.at <= untilMs) heard.set(event.message, event.at)
  return run.trace
    .filter((event): event is Sent => event.type === 'send' && event.at <= untilMs)
    .filter(({ message, name }) => isOfA(message) && !name.endsWith('reply'))
    .map(({ at, node, message, name }) => ({
      from: node,
      to: toOf(message),
      sentMs: at,
      heardMs: onlyA && node === door ? undefined : heard.get(message),
      matters: name !== 'here I am',
    }))
    .filter(({ from, heardMs }) => !onlyA || from === door || heardMs !== undefined)
}

type Sent = Extract<Event, { readonly message: string }>

const kitchens = ['A', 'B', 'C']

/** 'A>B here I am#3': between A and another kitchen. */
function isOfA(message: string): boolean {
  const [from = '', to = ''] = message.split(' ')[0]?.split('>') ?? []
  return [from, to].includes(door) && kitchens.includes(from) && kitchens.includes(to)
}

function toOf(message: string): NodeId {
  return message.split(' ')[0]?.split('>')[1] ?? ''
}

/** A stretch of B's line: at work, asleep, or no more. */
export interface Stretch {
  readonly fromMs: Ms
  readonly toMs: Ms
  readonly state: 'awake' | 'asleep' | 'dead'
}

/** How B was until a moment, from one change to the next. */
export function lifeOfB({ run }: World, untilMs: Ms): readonly Stretch[] {
  const states = { crash: 'dead', pause: 'asleep', resume: 'awake' } as const
  const turns = run.trace.filter(({ type, node, at }) => node === cook && at <= untilMs && type in states)
  let fromMs: Ms = 0
  let state: Stretch['state'] = 'awake'
  const stretches: Stretch[] = []
  for (const { at, type } of turns) {
    stretches.push({ fromMs, toMs: at, state })
    fromMs = at
    state = states[type as keyof typeof states]
  }
  return [...stretches, { fromMs, toMs: untilMs, state }]
}
