/** What the package `simjs` gives; it has no types and puts itself on `window`. */
interface Simjs {
  readonly Sim: new () => { addEntity(entity: unknown): void; simulate(until: number, events: number): void }
  readonly Entity: new (...args: readonly unknown[]) => {
    setTimer(after: number): { done(then: () => void): void }
  }
}

async function loadSimjs(): Promise<Simjs> {
  const home = globalThis as unknown as { window?: { Sim?: Simjs } }
  const window: { Sim?: Simjs } = {}
  home.window = window
  await import('simjs' as string)
  delete home.window
  if (window.Sim === undefined) throw new Error('simjs did not load')
  return window.Sim
}

/** A binary heap over typed arrays and nothing else: the floor under any discrete-event engine. */
export function bareHeap(events: number, width: number): number {
  const times = new Float64Array(width + 1)
  const ids = new Int32Array(width + 1)
  let size = 0
  let seed = 1
  const random = () => (seed = (Math.imul(seed, 1664525) + 1013904223) | 0) >>> 0
  const push = (time: number, id: number) => {
    let index = size++
    while (index > 0) {
      const parent = (index - 1) >> 1
      if (times[parent]! <= time) break
      times[index] = times[parent]!
      ids[index] = ids[parent]!
      index = parent
    }
    times[index] = time
    ids[index] = id
  }
  const pop = () => {
    const id = ids[0]!
    const time = times[--size]!
    const last = ids[size]!
    let index = 0
    for (;;) {
      let child = 2 * index + 1
      if (child >= size) break
      if (child + 1 < size && times[child + 1]! < times[child]!) child++
      if (times[child]! >= time) break
      times[index] = times[child]!
      ids[index] = ids[child]!
      index = child
    }
    times[index] = time
    ids[index] = last
    return id
  }
  for (let id = 0; id < width; id++) push(random() % 1000, id)
  let checksum = 0
  for (let count = 0; count < events; count++) {
    const now = times[0]!
    const id = pop()
    checksum = (checksum + id) | 0
    push(now + 1 + (random() % 1000), id)
  }
  return checksum
}

/** The same load on the best known simulation package: entities that set a timer each time one ends. */
export async function simjs(): Promise<(events: number, width: number) => number> {
  const library = await loadSimjs()
  return (events, width) => tick(library, events, width)
}

function tick({ Sim, Entity }: Simjs, events: number, width: number): number {
  const sim = new Sim()
  let count = 0
  let seed = 1
  const random = () => (seed = (Math.imul(seed, 1664525) + 1013904223) | 0) >>> 0
  class Ticker extends Entity {
    start() {
      this.tick()
    }
    tick() {
      if (++count < events) this.setTimer(1 + (random() % 1000)).done(() => this.tick())
    }
  }
  for (let id = 0; id < width; id++) sim.addEntity(Ticker)
  sim.simulate(Infinity, events)
  return count
}

/** What a search costs, measured beside a bare heap in the same run. */
export interface SearchCost {
  /** The fastest of all attempts, in milliseconds, and the events of one attempt. */
  readonly bestMs: number
  readonly events: number
  readonly eventNs: number
  /** The bare heap's share of that, 0 to 1. */
  readonly heapShare: number
}

/** Plays so many seeds, so many times over. */
export function searchCost(events: (seed: number) => number, seeds: number, attempts: number): SearchCost {
  let bestMs = Infinity
  let played = 0
  for (let attempt = 0; attempt < attempts; attempt++) {
    played = 0
    const start = performance.now()
    for (let seed = 0; seed < seeds; seed++) played += events(seed)
    bestMs = Math.min(bestMs, performance.now() - start)
  }
  const start = performance.now()
  bareHeap(1_000_000, 1_000)
  const heapNs = performance.now() - start
  const eventNs = (bestMs * 1e6) / played
  return { bestMs, events: played, eventNs, heapShare: heapNs / eventNs }
}
