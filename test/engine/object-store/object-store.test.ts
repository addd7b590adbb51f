import { describe, expect, it } from 'vitest'
import { linearizable, plan, run, weather } from '#engine'
import { objectStore } from '#engine/object-store/object-store.ts'

const store = objectStore()
const check = linearizable()

describe('objectStore()', () => {
  it('is linearizable in any weather: a read after a write sees it, whichever node is asked', () => {
    const stormy = weather(store, { operations: 14, deletes: 0.1, faults: 5, clients: 4 })
    let judged = 0
    for (let seed = 0; seed < 150; seed++) {
      const made = run(stormy(seed))
      expect(made.error).toBeUndefined()
      const { result, why } = check(made)
      expect(result, `seed ${seed}: ${why}`).not.toBe('broken')
      if (result === 'holds') judged++
    }
    expect(judged).toBeGreaterThan(100)
  })

  it('keeps what it acknowledged when a node loses its disk', () => {
    const made = run(
      plan(store)
        .at(0)
        .write('shard 1', 'text', { via: 'A' })
        .at(500)
        .crash('A', 'wipe')
        .at(600)
        .restart('A')
        .at(1000)
        .read('shard 1', { via: 'A' }),
    )
    expect(made.history.at(-1)!.output).toEqual({ value: 'text' })
  })

  it('lists what is there and nothing that was deleted', () => {
    const ask = (id: string, at: number, name: string, args: object) => ({ id, at, client: 'c', coordinator: 'A', do: name, args }) // prettier-ignore
    const base = plan(store).plan
    const ops = [
      ask('1', 0, 'write', { key: 'a/1', value: 1 }),
      ask('2', 200, 'write', { key: 'a/2', value: 2 }),
      ask('3', 400, 'write', { key: 'b/1', value: 3 }),
      ask('4', 600, 'delete', { key: 'a/1' }),
      ask('5', 800, 'list', { prefix: 'a/' }),
    ]
    const made = run({
      system: store,
      plan: { ...base, until: 5000, clients: [{ id: 'c' }], ops: ops as never },
    })
    expect(made.history.at(-1)!.output).toEqual({ value: ['a/2'] })
  })

  it('refuses to read without a majority rather than answer with something old', () => {
    const made = run(
      plan(store).at(0).write('x', 1, { via: 'A' }).at(500).crash('B').at(500).crash('C').at(600).read('x', { via: 'A' }), // prettier-ignore
    )
    expect(made.history.at(-1)!.output).toMatchObject({ error: expect.stringContaining('majority') })
  })
})
