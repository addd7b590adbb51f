import { describe, expect, it } from 'vitest'
import type { Fault, Plan, Program } from '#engine/core/types.ts'
import { run } from '#engine/core/run.ts'
import { calm, lines, planOf, runOf, systemOf } from './system.ts'

/** A tells B its number every 100 ms, five times; B keeps all, and syncs only the second. */
const teller: Program = (node) => ({
  *start() {
    node.memory = 'fresh'
    if (node.id === 'B') node.disk ??= []
    if (node.id !== 'A') return
    for (let number = 1; number <= 5; number++) {
      yield* node.sleep(100)
      node.send('B', 'tell', number)
    }
  },
  *tell(number: number) {
    node.disk = [...node.disk, number]
    if (number === 2) yield* node.sync()
  },
})

function faulty(...faults: readonly Fault[]) {
  return runOf(teller, { faults })
}

const kept = (run: ReturnType<typeof faulty>) => run.final.get('B')!.disk as number[]

describe('faults', () => {
  it('a crash keeps the disk, loses what was not synced, or wipes it', () => {
    const crash = (disk: 'keep' | 'lose-unsynced' | 'wipe') =>
      kept(
        faulty(
          { id: 'crash', at: 350, do: 'crash', node: 'B', disk },
          { id: 'up', at: 360, do: 'restart', node: 'B' },
        ),
      )
    expect(crash('keep')).toEqual([1, 2, 3, 4, 5])
    expect(crash('lose-unsynced')).toEqual([1, 2, 4, 5])
    expect(crash('wipe')).toEqual([4, 5])
  })

  it('a crash kills the tasks that wait, and memory', () => {
    const run = faulty({ id: 'crash', at: 250, do: 'crash', node: 'A', disk: 'keep' })
    expect(kept(run)).toEqual([1, 2])
    expect(run.final.get('A')).toMatchObject({ up: false, memory: undefined })
    expect(run.ended).toBe('quiet')
  })

  it('a paused node takes up in order what came meanwhile', () => {
    const run = faulty(
      { id: 'p', at: 150, do: 'pause', node: 'B' },
      { id: 'r', at: 450, do: 'resume', node: 'B' },
    )
    expect(kept(run)).toEqual([1, 2, 3, 4, 5])
    const received = run.trace
      .filter(({ type, node }) => type === 'receive' && node === 'B')
      .map(({ at }) => at)
    expect(received).toEqual([110, 450, 450, 450, 510])
  })

  it('a cut of one direction lets the other pass; mending nothing in particular mends all', () => {
    const oneWay = { id: 'cut', at: 150, do: 'cut', from: ['B'], to: ['A'], oneWay: true } as const
    expect(kept(faulty(oneWay))).toEqual([1, 2, 3, 4, 5])
    const cut = { id: 'cut', at: 150, do: 'cut', from: ['A'], to: ['B'] } as const
    expect(kept(faulty(cut))).toEqual([1])
    expect(kept(faulty(cut, { id: 'mend', at: 350, do: 'mend', from: [], to: [] }))).toEqual([1, 4, 5])
  })

  it('drops, holds or doubles one addressed message', () => {
    const aim = (fault: 'drop' | 'hold' | 'duplicate') =>
      kept(faulty({ id: 'aim', at: 0, do: fault, message: 'A>B tell#3', byMs: 150 }))
    expect(aim('drop')).toEqual([1, 2, 4, 5])
    expect(aim('hold')).toEqual([1, 2, 4, 3, 5])
    expect(aim('duplicate')).toEqual([1, 2, 3, 4, 3, 5])
  })

  it('reaches a message that is on its way already', () => {
    expect(kept(faulty({ id: 'aim', at: 305, do: 'drop', message: 'A>B tell#3' }))).toEqual([1, 2, 4, 5])
  })

  it('says whether it applied', () => {
    const run = faulty(
      { id: 'up', at: 10, do: 'restart', node: 'B' },
      { id: 'late', at: 400, do: 'drop', message: 'A>B tell#2' },
    )
    const faults = run.trace.filter(({ type }) => type === 'fault')
    expect(faults).toMatchObject([
      { fault: 'up', applied: false },
      { fault: 'late', applied: false },
    ])
  })

  it('leaves the trace before an added entry as it was', () => {
    const whole = lines(faulty())
    const at = 310
    const edited = faulty({ id: 'new', at: at + 1, do: 'crash', node: 'B', disk: 'keep' })
    const before = edited.trace.findIndex(({ type }) => type === 'fault')
    expect(before).toBeGreaterThan(10)
    expect(lines(edited).slice(0, before)).toEqual(whole.slice(0, before))
  })
})

describe('clocks', () => {
  const clocks: Program = (node) => ({
    *start() {
      yield* node.sleep(1000)
      node.memory = [node.now(), node.timestamp(), node.timestamp()]
    },
  })

  it('run ahead, drift, and can be set by a fault', () => {
    const run = runOf(clocks, {
      nodes: [
        { id: 'A' },
        { id: 'B', clock: { offsetMs: -50 } },
        { id: 'C', clock: { offsetMs: 0, driftPpm: 100_000 } },
      ],
      faults: [{ id: 'set', at: 500, do: 'clock', of: 'A', clock: { offsetMs: 7 } }],
    })
    const shown = (id: string) => run.final.get(id)!.memory[0] as number
    expect(shown('A')).toBe(1007)
    expect(shown('B')).toBe(950)
    // C counts 1,000 ms of its own, which is less of real time, and then shows 1,000.
    expect(run.trace.find(({ type, node }) => type === 'timer' && node === 'C')!.at).toBe(909)
    expect(shown('C')).toBeGreaterThanOrEqual(999)
  })

  it('in step never give the same timestamp twice', () => {
    const run = runOf(clocks)
    const stamps = ['A', 'B', 'C'].flatMap((id) => run.final.get(id)!.memory.slice(1) as number[])
    expect(new Set(stamps).size).toBe(6)
    expect(Math.min(...stamps)).toBe(1_000_000)
  })
})

describe('network', () => {
  const burst: Program = (node) => ({
    start() {
      if (node.id === 'A') for (let number = 0; number < 30; number++) node.send('B', 'tell', number)
    },
    tell(number: number) {
      node.memory = [...(node.memory ?? []), number]
    },
  })
  const arrivals = (different: Partial<Plan>) => runOf(burst, different).final.get('B')!.memory as number[]
  const inOrder = Array.from({ length: 30 }, (_, index) => index)

  it('keeps the order of a link, or does not', () => {
    const net = { ...calm, latency: [1, 50] } as const
    expect(arrivals({ net })).toEqual(inOrder)
    const any = arrivals({ net: { ...net, order: 'any' } })
    expect(any).not.toEqual(inOrder)
    expect([...any].sort((a, b) => a - b)).toEqual(inOrder)
  })

  it('loses and doubles about as often as it says', () => {
    const count = (different: Partial<Plan['net']>) =>
      [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]
        .map((seed) => arrivals({ seed, net: { ...calm, ...different } }).length)
        .reduce((sum, part) => sum + part)
    expect(count({ loss: 0.3 })).toBeGreaterThan(180)
    expect(count({ loss: 0.3 })).toBeLessThan(240)
    expect(count({ duplicate: 0.5 })).toBeGreaterThan(410)
    expect(count({ duplicate: 0.5 })).toBeLessThan(490)
  })

  it('takes time for size where bandwidth is bounded', () => {
    const run = runOf(burst, { net: { ...calm, bytesPerMs: 1 } })
    const received = run.trace.filter(({ type }) => type === 'receive').map(({ at }) => at)
    // 30 messages of 3 bytes, one after the other, and 10 ms on the way.
    expect(received.at(-1)).toBe(100)
  })

  it('differs between datacentres and on single links', () => {
    const program: Program = (node) => ({
      start() {
        if (node.id === 'A') for (const to of node.others) node.send(to, 'tell', 1)
      },
      tell: () => undefined,
    })
    const run = runOf(program, {
      nodes: [
        { id: 'A', datacentre: 'east' },
        { id: 'B', datacentre: 'east' },
        { id: 'C', datacentre: 'west' },
        { id: 'D', datacentre: 'west' },
      ],
      net: {
        ...calm,
        links: [
          { from: 'east', to: 'west', latency: [80, 80] },
          { from: 'A', to: 'D', latency: [300, 300] },
        ],
      },
    })
    const received = run.trace.filter(({ type }) => type === 'receive').map(({ at, node }) => `${node} ${at}`)
    expect(received).toEqual(['B 10', 'C 80', 'D 300'])
  })

  it('lets a busy node serve one after the other, and turns away what does not fit its queue', () => {
    const run = runOf(burst, { nodes: [{ id: 'A' }, { id: 'B', serviceMs: 5, queue: 3 }] })
    const received = run.trace.filter(({ type }) => type === 'receive').map(({ at }) => at)
    expect(received).toEqual([15, 20, 25, 30])
    const full = run.trace.filter((event) => event.type === 'lost' && event.why === 'full')
    expect(full).toHaveLength(26)
  })
})

describe('clients', () => {
  const echo: Program = () => ({ ask: (args: unknown) => ({ value: args }) })
  const op = { id: 'ask', at: 5, client: 'client', do: 'ask', args: 'hello' } as const

  it('find a coordinator, and keep the answer in the history', () => {
    const run = runOf(echo, { ops: [{ ...op, coordinator: 'B' }] })
    expect(run.history).toEqual([
      {
        id: 'ask',
        client: 'client',
        do: 'ask',
        input: 'hello',
        output: { value: 'hello' },
        call: 5,
        return: 25,
      },
    ])
    expect(runOf(echo, { ops: [op] }).history[0]!.return).toBe(25)
  })

  it('give up after a while: it may have happened', () => {
    const run = runOf(echo, {
      ops: [{ ...op, coordinator: 'B' }],
      faults: [{ id: 'drop', at: 0, do: 'drop', message: 'B>client ask reply#1' }],
    })
    expect(run.history[0]).toMatchObject({ output: undefined, return: null })
    expect(lines(run).at(-1)).toBe('1005 client return ask undefined')
  })

  it('ask another coordinator when their policy says so', () => {
    const system = { ...systemOf(echo), client: { timeoutMs: 1000, retries: 2, stamps: false } }
    const down = planOf({
      ops: [{ ...op, coordinator: 'A' }],
      faults: [{ id: 'down', at: 0, do: 'crash', node: 'A', disk: 'keep' }],
    })
    const retried = run({ system, plan: down }, { record: 'trace' })
    expect(retried.history[0]).toMatchObject({ output: { value: 'hello' }, return: 1025 })
    expect(lines(retried).filter((line) => line.includes('send client'))).toEqual([
      '5 client send client>A ask#1',
      '1005 client send client>B ask#1',
    ])
  })
})
