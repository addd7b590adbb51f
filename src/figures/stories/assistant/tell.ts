import '#engine/assistant/assistant.ts'
import { scenarioOf } from '#engine/core/registry.ts'
import { run } from '#engine/core/run.ts'
import type { Event, Plan, Run } from '#engine/core/types.ts'
import { boxes, boxOf, type Swap } from './boxes.ts'
import { changed, type Answer } from '#figures/instruments/assistant-change/plan.ts'

/** One step of row 3 from box to box. */
export interface Hop {
  readonly at: number
  readonly from: string
  readonly to: string
  readonly text: string
}

/** What a guest and an operator notice of one evening. */
export interface Noticed {
  /** How long the slowest of the four messages waited for its answer; undefined if one had none. */
  readonly slowestMs: number | undefined
  /** Messages that are read back after they were acknowledged. */
  readonly acknowledged: number
  readonly kept: number
  readonly answer: string
  readonly compared: number
  readonly usageStored: number
  readonly shards: number
  readonly bytes: number
}

/** One evening: what is noticed of it, and row 3's way through it. */
export interface Evening {
  readonly noticed: Noticed
  readonly hops: readonly Hop[]
}

/** Runs the evening with one box's node dead from 0.4 s on, or a store in the wrong box. */
export function tellEvening(plan: Plan, dead: string | undefined, swap: Swap): Evening {
  const victim = boxes.find(({ id }) => id === dead)?.victim
  const faults = victim === undefined ? [] : [{ id: `${victim} dies`, at: 400, do: 'crash' as const, node: victim, disk: 'keep' as const }] // prettier-ignore
  const made = run(scenarioOf(changed(plan, { options: swap.options, faults })), { record: 'trace' })
  if (made.error !== undefined) throw made.error
  return { noticed: noticedIn(made), hops: hopsOf(made.trace) }
}

function noticedIn({ history, counters }: Run): Noticed {
  const says = history.filter((one) => one.do === 'say')
  const acknowledged = says.filter(({ output }) => output !== undefined && 'ok' in (output as object))
  const waits = says.map((one) => (one.return === null ? undefined : one.return - one.call))
  const output = (id: string) => history.find((one) => one.id === id)?.output as unknown
  const kept = history.filter(
    (one) => one.do === 'find' && (one.output as { value?: unknown } | undefined)?.value != null,
  )
  const asked = output('which cake?') as Answer | undefined
  return {
    slowestMs:
      waits.includes(undefined) || acknowledged.length < says.length
        ? undefined
        : Math.max(...(waits as number[])),
    acknowledged: acknowledged.length,
    kept: kept.length,
    answer: asked?.answer ?? 'no answer',
    compared: asked?.compared ?? 0,
    usageStored: (output('usage') as { value?: { stored: number } } | undefined)?.value?.stored ?? 0,
    shards: ((output('shards') as { value?: readonly string[] } | undefined)?.value ?? []).length,
    bytes: counters.bytes,
  }
}

/** The messages between boxes that carry row 3, in the order of their arrival. */
function hopsOf(trace: readonly Event[]): readonly Hop[] {
  const hops: Hop[] = []
  for (const event of trace) {
    if (event.type !== 'receive') continue
    const [from = '', to = ''] = event.message.replace(/ [^>]*$/, '').split('>')
    const [source, target] = [boxOf(from)?.id ?? from, boxOf(to)?.id ?? to]
    if (source === target || !carries(event.args)) continue
    const text = hopText(event.name, source, target, to)
    if (text === undefined || hops.some((hop) => hop.text === text)) continue
    hops.push({ at: event.at, from: source, to: target, text })
  }
  return hops
}

function carries(args: unknown): boolean {
  return JSON.stringify(args ?? null).match(/row 3|no nuts/) !== null
}

function hopText(name: string, source: string, target: string, to: string): string | undefined {
  switch (`${name} ${source} ${target}`) {
    case 'say guest api':
      return 'The guest at table 3 says “no nuts”. The API takes the message.'
    case 'write api chat':
      return `The API writes row 3 to ${to}, the primary of the chat store, and waits for a majority.`
    case 'write api objects':
      return 'The API puts the whole conversation back into the object store.'
    case 'write api usage':
      return 'The API records fifty usage events in the ring, spread over its three nodes.'
    case 'append api log':
      return 'The API appends row 3 to the log of events. Any system that needs it reads it from there.'
    case 'fetch reply log embedder':
      return 'The embedding job reads row 3 from the log, after the offset it had reached.'
    case 'write embedder index':
      return 'The job has made a vector of row 3 and hands it to the index.'
    case 'fetch reply log batch':
      return 'The batch job reads everything since its last offset, row 3 with it.'
    case 'write batch objects':
      return 'The batch job writes what it read as one file of training data. A training job on GPUs would read it.'
    case 'search reply index api':
      return 'The waiter asks. The index answers with the names of the nearest rows of table 3: row 3 is one of them.'
    case 'read api chat':
      return `The API asks ${to} for the text of row 3, to put it into the prompt.`
    default:
      return undefined
  }
}
