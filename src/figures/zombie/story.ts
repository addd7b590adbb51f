import type { Event, Ms, NodeId, Plan, Run } from '#engine'

/** The content of a replica under the order's key: the order itself, the marker of its deletion, or neither. */
export type Held = 'order' | 'tombstone' | 'nothing'

/** One replica holds one thing from a moment to another. */
export interface Band {
  readonly node: NodeId
  readonly from: Ms
  readonly to: Ms
  readonly held: Held
  /** An order that had been gone from this replica. */
  readonly risen: boolean
}

/** Something that a repair streamed. */
export interface Streamed {
  readonly from: NodeId
  readonly to: NodeId
  readonly at: Ms
  readonly held: Held
  /** Whether the receiver held something else before. */
  readonly changed: boolean
}

type MomentKind = 'order' | 'silent' | 'cancel' | 'back' | 'forgotten' | 'repair' | 'dinner'

/** One thing that happened, and what each replica holds right after it. */
export interface Moment {
  readonly kind: MomentKind
  readonly at: Ms
  readonly holds: Readonly<Record<NodeId, Held>>
}

/** The end of the story: the order was cooked, it's gone from every replica, or some replica still has it. */
export type Ending = 'cooked' | 'gone' | 'lurking'

/** What a run shows of one order, plain enough to be drawn, told and handed to an island. */
export interface Story {
  readonly nodes: readonly NodeId[]
  readonly repairAt: Ms
  /** 'refused': a replica was down, and the repair needs a tree from each of them. */
  readonly repair: 'done' | 'refused'
  readonly bands: readonly Band[]
  readonly silent: readonly { readonly node: NodeId; readonly from: Ms; readonly to: Ms }[]
  readonly streams: readonly Streamed[]
  readonly moments: readonly Moment[]
  readonly cancelAt: Ms
  readonly graceEndsAt: Ms
  readonly dinnerAt: Ms
  /** The answer to the kitchen's read when it began to cook. */
  readonly dinner: string | null
  readonly ending: Ending
  /** Events of the run. */
  readonly events: number
}

/** Looks into a replica's disk for the order. */
export type Look = (disk: unknown) => Held

/** Reads the story of one order out of a run recorded with 'states'. */
export function storyOf(run: Run, look: Look, graceMs: Ms): Story {
  const { plan } = run
  const nodes = plan.nodes.map(({ id }) => id)
  const follow = new Follower(nodes)
  for (const event of run.trace) {
    if (nodes.includes(event.node)) follow.take(event, look(run.stateAt(event.index).get(event.node)?.disk))
  }
  const at = entryTimes(plan)
  const repaired = run.history.find(({ do: what }) => what === 'repair')?.output
  const dinner = valueIn(run.history.find(({ do: what }) => what === 'read')?.output)
  const bands = follow.bandsUntil(plan.until)
  const last = Object.fromEntries(nodes.map((node) => [node, heldAt(bands, node, plan.until)]))
  const someOrder = Object.values(last).includes('order')
  return {
    nodes,
    repairAt: at.repair,
    repair: hasError(repaired) ? 'refused' : 'done',
    bands,
    silent: silences(plan),
    streams: follow.streams,
    moments: momentsOf(plan, bands, nodes),
    cancelAt: at.delete,
    graceEndsAt: at.delete + graceMs,
    dinnerAt: at.read,
    dinner,
    ending: dinner !== null ? 'cooked' : someOrder ? 'lurking' : 'gone',
    events: run.counters.events,
  }
}

/** Follows what each replica holds from event to event. */
class Follower {
  readonly streams: Streamed[] = []
  readonly #closed: Band[] = []
  readonly #open = new Map<NodeId, Band>()
  readonly #had = new Set<NodeId>()

  constructor(nodes: readonly NodeId[]) {
    for (const node of nodes) this.#open.set(node, { node, from: 0, to: 0, held: 'nothing', risen: false })
  }

  take(event: Event, held: Held): void {
    const { node, at } = event
    const band = this.#open.get(node)!
    const changed = band.held !== held
    const peer = streamedFrom(event)
    if (peer !== undefined) this.streams.push({ from: peer.from, to: node, at, held: peer.held, changed })
    if (!changed) return
    if (peer === undefined) this.#took(node, at, held)
    if (at > band.from) this.#closed.push({ ...band, to: at })
    const risen = held === 'order' && this.#had.has(node)
    if (held === 'order') this.#had.add(node)
    this.#open.set(node, { node, from: at, to: at, held, risen })
  }

  /** What a stream brought is taken a little after it arrived. */
  #took(node: NodeId, at: Ms, held: Held): void {
    const index = this.streams.findLastIndex(({ to }) => to === node)
    const stream = this.streams[index]
    if (stream?.held === held && !stream.changed) this.streams[index] = { ...stream, at, changed: true }
  }

  bandsUntil(end: Ms): readonly Band[] {
    const bands = [...this.#closed, ...[...this.#open.values()].map((band) => ({ ...band, to: end }))]
    return bands.sort((a, b) => a.from - b.from || (a.node < b.node ? -1 : 1))
  }
}

/** The sender and content of a stream, if this event is the arrival of one that held the order's key. */
function streamedFrom(event: Event): { from: NodeId; held: Held } | undefined {
  if (event.type !== 'receive') return undefined
  const isStream = event.name === 'stream' || event.name === 'stream reply'
  const { partitions } = (isStream ? event.args : {}) as {
    readonly partitions?: readonly { readonly deletion?: unknown }[]
  }
  const [first] = partitions ?? []
  if (first === undefined) return undefined
  return {
    from: event.message.split('>')[0] ?? '',
    held: first.deletion === undefined ? 'order' : 'tombstone',
  }
}

/** What a replica holds at a moment. */
export function heldAt(bands: readonly Band[], node: NodeId, at: Ms): Held {
  return (
    bands.find((band) => band.node === node && at >= band.from && (at < band.to || band.to === at))?.held ??
    'nothing'
  )
}

function entryTimes(plan: Plan): Readonly<Record<'write' | 'delete' | 'repair' | 'read', Ms>> {
  const at = (name: string) => plan.ops.find((op) => op.do === name)?.at ?? 0
  return { write: at('write'), delete: at('delete'), repair: at('repair'), read: at('read') }
}

function silences(plan: Plan): Story['silent'] {
  return plan.faults.flatMap((fault) => {
    if (fault.do !== 'crash') return []
    const back = plan.faults.find(
      (other) => other.do === 'restart' && other.node === fault.node && other.at > fault.at,
    )
    return [{ node: fault.node, from: fault.at, to: back?.at ?? plan.until }]
  })
}

/** The plan's entries, and each moment at which a tombstone was forgotten, in order. */
function momentsOf(plan: Plan, bands: readonly Band[], nodes: readonly NodeId[]): readonly Moment[] {
  const kinds: Readonly<Record<string, MomentKind>> = {
    write: 'order',
    delete: 'cancel',
    repair: 'repair',
    read: 'dinner',
    crash: 'silent',
    restart: 'back',
  }
  const forgotten = bands
    .filter(({ held, from }) => held === 'nothing' && from > 0)
    .map(({ from }) => ({ kind: 'forgotten' as const, at: from }))
  const planned = [...plan.ops, ...plan.faults].flatMap((entry) => {
    const kind = kinds[entry.do]
    return kind === undefined ? [] : [{ kind, at: entry.at }]
  })
  const seen = new Set<string>()
  return [...planned, ...forgotten]
    .sort((a, b) => a.at - b.at)
    .filter(({ kind, at }) => {
      const name = `${kind} ${Math.floor(at / 60_000)}`
      return !seen.has(name) && seen.add(name)
    })
    .map(({ kind, at }) => ({
      kind,
      at,
      // A minute later everything that it led to has settled.
      holds: Object.fromEntries(nodes.map((node) => [node, heldAt(bands, node, at + 60_000)])),
    }))
}

function hasError(output: unknown): boolean {
  return typeof output === 'object' && output !== null && 'error' in output
}

function valueIn(output: unknown): string | null {
  const value = (output as { readonly value?: unknown } | null | undefined)?.value
  return typeof value === 'string' ? value : null
}
