import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { plan, run, type Json, type Run } from '#engine'
import { embedded, knownWords, lexiconDims, wordVectors } from '#engine/vectors/lexicon.ts'
import type { VectorSettings } from '#engine/vectors/options.ts'
import { vectors } from '#engine/vectors/system.ts'
import { scattered } from './vectors.ts'

type Asked = readonly [at: number, coordinator: string, name: string, args: Json]

function made(settings: VectorSettings, ops: readonly Asked[], faults: readonly object[] = []): Run {
  const system = vectors(settings)
  const planned = ops.map(([at, coordinator, name, args], place) => ({ id: `${place}`, at, client: 'c', coordinator, do: name, args })) // prettier-ignore
  const done = run({ system, plan: { ...plan(system).plan, until: 60_000, clients: [{ id: 'c' }], ops: planned as never, faults: faults as never } }) // prettier-ignore
  if (done.error !== undefined) throw done.error
  return done
}

const outputs = ({ history }: Run) => history.map(({ output }) => output)
const found = (output: Json | undefined) =>
  (output as { found: { key: string }[] }).found.map(({ key }) => key)

describe('vectors()', () => {
  it('stores a row at once and finds it as soon as its index has it', () => {
    for (const indexMs of [0, 400, 3_000]) {
      for (const waitMs of [100, 500, 2_000, 4_000]) {
        const answers = outputs(
          made({ indexMs }, [
            [0, 'A', 'write', { key: 'row 3', text: 'no nuts', tags: { table: 3 } }],
            [waitMs, 'A', 'read', { key: 'row 3' }],
            [waitMs, 'A', 'search', { text: 'walnut cake' }],
          ]),
        )
        expect(answers[1]).toEqual({ value: { table: 3 } })
        expect(found(answers[2]), `${indexMs}, ${waitMs}`).toEqual(waitMs > indexMs + 20 ? ['row 3'] : [])
      }
    }
  })

  it('answers as an exact search does when its beam is as wide as the table and no row is lost', () => {
    const rows = scattered(4, { rows: 40, dims: 6 })
    const writes = rows.map((row, at): Asked => [
      at * 20,
      'A',
      'write',
      { key: `row ${at}`, vector: [...row] },
    ])
    const query = [...scattered(5, { rows: 1, dims: 6 })[0]!]
    const answers = outputs(
      made({ m: 4 }, [
        ...writes,
        [2_000, 'A', 'lost', null],
        [2_000, 'A', 'search', { vector: query, k: 10, ef: 40 }],
        [2_000, 'A', 'search', { vector: query, k: 10, exact: true }],
      ]),
    )
    expect(answers.at(-3)).toEqual({ value: [] })
    expect(found(answers.at(-2))).toEqual(found(answers.at(-1)))
    expect((answers.at(-1) as { compared: number }).compared).toBe(40)
  })

  it('keeps its rows over a crash and builds the index again from them', () => {
    const crash = [
      { id: 'crash', at: 1_000, do: 'crash', node: 'A', disk: 'lose-unsynced' },
      { id: 'restart', at: 2_000, do: 'restart', node: 'A' },
    ]
    const answers = outputs(
      made(
        {},
        [
          [0, 'A', 'write', { key: 'a', text: 'soup' }],
          [100, 'A', 'write', { key: 'b', text: 'walnut' }],
          [200, 'A', 'delete', { key: 'a' }],
          [3_000, 'A', 'search', { text: 'soup', k: 5 }],
        ],
        crash,
      ),
    )
    expect(found(answers.at(-1))).toEqual(['b'])
  })

  it('loses rows when many are deleted without mending, finds them by their names still, and repairs them', () => {
    const rows = scattered(3, { rows: 80, dims: 4, clusters: 8 })
    const at = (place: number) => place * 20
    const ops: Asked[] = []
    for (let row = 0; row < 60; row++)
      ops.push([at(row), 'A', 'write', { key: `row ${row}`, vector: [...rows[row]!] }])
    for (let row = 0; row < 60; row += 2) ops.push([2_000 + at(row), 'A', 'delete', { key: `row ${row}` }])
    for (let row = 60; row < 80; row++) ops.push([4_000 + at(row), 'A', 'write', { key: `row ${row}`, vector: [...rows[row]!] }]) // prettier-ignore
    const drift = { m: 3, efConstruction: 12, removal: 'drop' } as const
    const lost = (outputs(made(drift, [...ops, [8_000, 'A', 'lost', null]])).at(-1) as { value: string[] })
      .value
    expect(lost.length).toBeGreaterThan(0)
    const key = lost[0]!
    const vector = [...rows[Number(key.slice(4))]!]
    const after = outputs(
      made(drift, [
        ...ops,
        [8_000, 'A', 'read', { key }],
        [8_100, 'A', 'search', { vector, k: 80, ef: 80 }],
        [8_200, 'A', 'repair', null],
        [8_300, 'A', 'search', { vector, k: 1 }],
        [8_400, 'A', 'lost', null],
      ]),
    ).slice(-5)
    expect(after[0]).toEqual({ value: {} })
    expect(found(after[1])).not.toContain(key)
    expect(found(after[3])).toEqual([key])
    expect(after[4]).toEqual({ value: [] })
  })

  it('lets each node answer from its own index: one that was away doesn’t know, and is not told', () => {
    const away = [
      { id: 'cut', at: 0, do: 'cut', from: ['A'], to: ['B'] },
      { id: 'mend', at: 1_000, do: 'mend', from: ['A'], to: ['B'] },
    ]
    const answers = outputs(
      made(
        { nodes: ['A', 'B'] },
        [
          [100, 'A', 'write', { key: 'row 3', text: 'no nuts' }],
          [2_000, 'A', 'search', { text: 'walnut' }],
          [3_000, 'B', 'search', { text: 'walnut' }],
          [50_000, 'B', 'search', { text: 'walnut' }],
        ],
        away,
      ),
    )
    expect(answers.slice(1).map(found)).toEqual([['row 3'], [], []])
  })

  it('refuses what has no known word, and a vector of another length', () => {
    const answers = outputs(
      made({}, [
        [0, 'A', 'write', { key: 'a', text: 'floccinaucinihilipilification' }],
        [100, 'A', 'write', { key: 'a', text: 'soup' }],
        [200, 'A', 'write', { key: 'b', vector: [1, 2] }],
        [300, 'A', 'search', { text: '' }],
      ]),
    )
    expect(answers[0]).toMatchObject({ error: expect.stringContaining('known word') })
    expect(answers[2]).toMatchObject({ error: expect.stringContaining('32 numbers, not 2') })
    expect(answers[3]).toMatchObject({ error: expect.stringContaining('known word') })
  })
})

describe('the words that are known here', () => {
  it('have the first numbers that the course’s token table has for them', () => {
    const head = JSON.parse(readFileSync('content/vectors/static.json', 'utf8')) as { tokens: string[]; dims: number; step: number; rows: number } // prettier-ignore
    const bin = readFileSync('content/vectors/static.bin')
    for (const word of knownWords) {
      const row = head.tokens.indexOf(word)
      const scale = bin.readUInt16LE((head.rows * head.dims) / 2 + 2 * row) * head.step
      const own = wordVectors().get(word)!
      for (let place = 0; place < lexiconDims; place++) {
        const at = row * head.dims + place
        const stored = ((bin[at >> 1]! >> (at % 2 ? 4 : 0)) & 15) - 8
        expect(Math.abs(own[place]! - stored * scale)).toBeLessThan(1e-6)
      }
    }
    expect(embedded('walnut cake')!.length).toBe(lexiconDims)
    expect(embedded('xyzzy')).toBeUndefined()
  })
})
