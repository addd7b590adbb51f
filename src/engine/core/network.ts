import { between, purpose, unit } from './draws.ts'
import type { Message } from './message.ts'
import { rank } from './queue.ts'
import type { Recorder } from './recorder.ts'
import type { Link, Ms, Network as Weather, Plan } from './types.ts'

/** What the network asks of the run. */
export interface NetworkRun {
  readonly now: Ms
  readonly queue: { push(time: Ms, rank: number, message: Message): void }
  readonly recorder: Recorder
  readonly isRewound: boolean
  drawKey(path: number): number
  nameOf(place: number): string
}

interface LinkKind {
  readonly low: Ms
  readonly high: Ms
  readonly loss: number
  /** 0 for no bound. */
  readonly bytesPerMs: number
}

/**
 * The links between all participants (nodes, then clients): how long a message takes, whether it is lost or doubled,
 * and which links are cut. One direction of one pair is the number `from x participants + to`.
 */
export class Network {
  readonly #simulation: NetworkRun
  readonly #weather: Weather
  readonly #count: number
  /** The kinds of link there are, and which of them each link is: few numbers, so that they stay in the cache. */
  readonly #kinds: LinkKind[]
  readonly #kindOf: Uint16Array
  readonly #cut: Uint8Array
  /** When the last message of a link arrives: the next may not overtake it. */
  readonly #lastArrival: Float64Array
  /** When a link has carried all that was put on it. */
  readonly #freeAt: Float64Array

  constructor(simulation: NetworkRun, plan: Plan) {
    const count = plan.nodes.length + plan.clients.length
    this.#simulation = simulation
    this.#weather = plan.net
    this.#count = count
    const { latency, loss, bytesPerMs = 0 } = plan.net
    this.#kinds = [{ low: latency[0], high: latency[1], loss, bytesPerMs }]
    this.#kindOf = new Uint16Array(count * count)
    this.#cut = new Uint8Array(count * count)
    this.#lastArrival = new Float64Array(count * count)
    this.#freeAt = new Float64Array(count * count)
    this.#special(plan)
  }

  /** Puts a message on its link. Randomness comes from the message's own path alone. */
  send(message: Message): void {
    const { now, queue, recorder } = this.#simulation
    if (message.from === message.to) {
      queue.push(now, rank.delivery, message)
      return
    }
    const link = message.from * this.#count + message.to
    if (this.#cut[link] === 1) {
      recorder.lost(now, this.#simulation.nameOf(message.from), message, 'cut')
      return
    }
    const kind = this.#kinds[this.#kindOf[link]!]!
    const { loss, bytesPerMs } = kind
    const key = this.#simulation.drawKey(message.path)
    if (loss > 0 && unit(key, purpose.loss) < loss) {
      recorder.lost(now, this.#simulation.nameOf(message.from), message, 'loss')
      return
    }
    let leaves = now
    if (bytesPerMs > 0) {
      leaves = Math.max(now, this.#freeAt[link]!) + Math.ceil(message.bytes / bytesPerMs)
      this.#freeAt[link] = leaves
    }
    this.#arrive(message, key, link, kind, leaves, purpose.latency)
    const { duplicate } = this.#weather
    if (duplicate > 0 && unit(key, purpose.duplicate) < duplicate) {
      this.#arrive(message, key, link, kind, leaves, purpose.secondLatency)
    }
  }

  /** Whether the message's link is cut at the moment. */
  isCut(message: Message): boolean {
    return this.#cut[message.from * this.#count + message.to] === 1
  }

  /** Whether a cut lies between the two, in either direction. */
  isBetween(one: number, other: number): boolean {
    return this.#cut[one * this.#count + other] === 1 || this.#cut[other * this.#count + one] === 1
  }

  /** Cuts or heals the links from each of `from` to each of `to`; answers whether that changed anything. */
  setCut(from: readonly number[], to: readonly number[], oneWay: boolean, cut: boolean): boolean {
    let changed = false
    const value = cut ? 1 : 0
    for (const one of from) {
      for (const other of to) {
        if (one === other) continue
        const there = one * this.#count + other
        const back = other * this.#count + one
        changed ||= this.#cut[there] !== value || (!oneWay && this.#cut[back] !== value)
        this.#cut[there] = value
        if (!oneWay) this.#cut[back] = value
      }
    }
    return changed
  }

  #arrive(
    message: Message,
    key: number,
    link: number,
    { low, high }: LinkKind,
    leaves: Ms,
    draw: number,
  ): void {
    const { isRewound } = this.#simulation
    const [least, most] = isRewound ? [Math.ceil(low / 2), high * 2] : [low, high]
    let arrives = leaves + between(key, draw, least, most)
    if (this.#weather.order === 'link') {
      if (arrives < this.#lastArrival[link]!) arrives = this.#lastArrival[link]!
      this.#lastArrival[link] = arrives
    }
    this.#simulation.queue.push(arrives, rank.delivery, message)
  }

  /** The number of the kind that is like `kind` but for what `special` says. */
  #kindWith(kind: LinkKind, special: Link): number {
    const [low, high] = special.latency ?? [kind.low, kind.high]
    const { loss = kind.loss, bytesPerMs = kind.bytesPerMs } = special
    const same = (other: LinkKind) =>
      other.low === low && other.high === high && other.loss === loss && other.bytesPerMs === bytesPerMs
    const known = this.#kinds.findIndex(same)
    return known >= 0 ? known : this.#kinds.push({ low, high, loss, bytesPerMs }) - 1
  }

  /** What differs on single links: an end is a participant or all of a datacentre; later entries win. */
  #special(plan: Plan): void {
    const groups = groupsOf(plan)
    for (const special of plan.net.links ?? []) {
      for (const from of groups.get(special.from) ?? []) {
        for (const to of groups.get(special.to) ?? []) {
          const link = from * this.#count + to
          this.#kindOf[link] = this.#kindWith(this.#kinds[this.#kindOf[link]!]!, special)
        }
      }
    }
  }
}

/** The places of each participant and of each datacentre; a client counts to the datacentre of the node it is near. */
function groupsOf(plan: Plan): Map<string, number[]> {
  const groups = new Map<string, number[]>()
  const add = (name: string | undefined, place: number) => {
    if (name !== undefined) groups.set(name, [...(groups.get(name) ?? []), place])
  }
  const datacentres = new Map(plan.nodes.map(({ id, datacentre }) => [id, datacentre]))
  plan.nodes.forEach(({ id, datacentre }, place) => (add(id, place), add(datacentre, place)))
  plan.clients.forEach(({ id, near }, index) => {
    const place = plan.nodes.length + index
    add(id, place)
    if (near !== undefined) add(datacentres.get(near), place)
  })
  return groups
}
