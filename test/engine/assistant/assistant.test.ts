import { describe, expect, it } from 'vitest'
import { run, scenarioOf, type Json, type Run } from '#engine'
import { assistant } from '#engine/assistant/assistant.ts'
import type { AssistantSettings } from '#engine/assistant/options.ts'

const says = [[1, 'more bread'], [2, 'a bottle of water'], [3, 'no nuts'], [4, 'salt and pepper']] as const // prettier-ignore
const cutB = [{ id: 'B cut off', at: 100, do: 'cut', from: ['B'], to: ['A', 'C', 'api'] }]
const behind = [{ id: 'B behind', at: 100, do: 'cut', from: ['B'], to: ['A', 'C'] }]

function evening(options: AssistantSettings = {}, faults: readonly object[] = [], askAt = 8_000): Run {
  const { nodes } = assistant(options)
  const op = (id: string, at: number, name: string, args: Json, coordinator = 'api') => ({ id, at, client: 'guest', coordinator, do: name, args }) // prettier-ignore
  const made = run(
    scenarioOf({
      v: 1,
      system: 'assistant',
      seed: 1,
      until: 20_000,
      nodes,
      clients: [{ id: 'guest', near: 'api' }],
      net: { latency: [10, 10] },
      options,
      ops: [
        ...says.map(([table, text]) => op(`row ${table}`, 200 + 700 * table, 'say', { id: `row ${table}`, table, text })), // prettier-ignore
        op('asks', askAt, 'ask', { table: 3 }),
        op('follows', askAt + 300, 'follow', { id: 'row 3', table: 3 }),
        op('usage', askAt + 4_000, 'usage', null),
        op('shards', 15_000, 'list', { prefix: 'training/' }, 'objects'),
      ],
      faults,
    }),
  )
  if (made.error !== undefined) throw made.error
  return made
}

const output = (made: Run, id: string) => made.history.find((operation) => operation.id === id)!.output as any // eslint-disable-line @typescript-eslint/no-explicit-any -- reason: four shapes, each looked at once
const answer = (made: Run) => output(made, 'asks').answer as string
const followed = (made: Run) => Object.values(output(made, 'follows') as object).map((is) => (is === true ? 'y' : 'n')).join('') // prettier-ignore

describe('assistant()', () => {
  it('gives table 3 no nuts when nothing is wrong: the message went through every box', () => {
    const made = evening()
    expect(answer(made)).toBe('lemon pie')
    expect(output(made, 'asks').passages).toContain('no nuts')
    expect(output(made, 'usage')).toEqual({ value: { stored: 200, lost: 0 } })
    expect(output(made, 'shards')).toEqual({ value: ['training/shard 0 to 3'] })
  })

  it('writes usage at 50 times the rate of messages, and each event to three nodes', () => {
    const made = evening()
    const stored = (node: string) => [
      ...(made.final.get(node)!.disk as { memtable: Iterable<unknown> }).memtable,
    ]
    for (const node of ['D', 'E', 'F']) expect(stored(node)).toHaveLength(4 * 50)
  })

  // One wrong answer, four causes; following row 3 by name is the one experiment that tells all of them apart.
  const causes: readonly [string, AssistantSettings, readonly object[], AssistantSettings, string][] = [
    ['a stale replica', { readFrom: 'B' }, behind, { readFrom: 'primary' }, 'ynyyyy'],
    ['a late embedding job', { embedMs: 6_000 }, [], { embedMs: 200 }, 'yynnnn'],
    ['a search that reads too few lists', { probes: 1 }, [], { probes: 8 }, 'yyyynn'],
    ['a filter after the search', { filter: 'after', ef: 5 }, [], { filter: 'during' }, 'yyyyyn'],
  ]

  it.each(causes)(
    'serves walnut cake for %s, and its own knob puts “no nuts” back',
    (_, wrong, faults, right) => {
      expect(answer(evening(wrong, faults))).toBe('walnut cake')
      expect(answer(evening({ ...wrong, ...right }, faults))).toBe('lemon pie')
    },
  )

  it('shows a different picture of row 3 for each cause, though the answer is the same', () => {
    const pictures = causes.map(([, wrong, faults]) => followed(evening(wrong, faults)))
    expect(pictures).toEqual(causes.map(([, , , , picture]) => picture))
    expect(new Set(pictures).size).toBe(4)
  })

  it('is put right by no other cause’s knob alone', () => {
    for (const [cause, wrong, faults] of causes) {
      for (const [other, , , right] of causes) {
        if (other !== cause) expect(answer(evening({ ...wrong, ...right }, faults)), `${cause}, ${other}`).toBe('walnut cake') // prettier-ignore
      }
    }
  })

  it('goes on without a member of the chat store, and without a node of the ring', () => {
    const kill = (node: string) => [{ id: `${node} dies`, at: 400, do: 'crash', node, disk: 'keep' }]
    expect(answer(evening({}, cutB))).toBe('lemon pie')
    expect(answer(evening({}, kill('C')))).toBe('lemon pie')
    const made = evening({}, kill('E'))
    expect(answer(made)).toBe('lemon pie')
    expect(output(made, 'usage').value.stored).toBeLessThan(200)
    expect(answer(evening({}, kill('batch')))).toBe('lemon pie')
    expect(output(evening({}, kill('batch')), 'shards')).toEqual({ value: [] })
  })

  it('forgets new messages without its embedder, and all of them without its index', () => {
    const kill = (node: string) => [{ id: `${node} dies`, at: 400, do: 'crash', node, disk: 'keep' }]
    expect(output(evening({}, kill('embedder')), 'asks')).toMatchObject({ answer: 'walnut cake', passages: expect.arrayContaining(['red wine two glass']) }) // prettier-ignore
    expect(output(evening({}, kill('index')), 'asks')).toMatchObject({ passages: [], failed: 'the index doesn’t answer' }) // prettier-ignore
  })

  it('embeds a message twice when the embedder dies between work and commit, and the index holds it once', () => {
    const made = evening({ embedMs: 500 }, [
      { id: 'dies', at: 3_300, do: 'crash', node: 'embedder', disk: 'keep' },
      { id: 'back', at: 3_500, do: 'restart', node: 'embedder' },
    ])
    const rows = [...(made.final.get('index')!.disk as { rows: Iterable<[string]> }).rows].map(([key]) => key)
    expect(rows.filter((key) => key === 'row 3')).toHaveLength(1)
    expect(answer(made)).toBe('lemon pie')
  })

  it('loses a message of two that are said at once when a conversation is one object', () => {
    const { nodes } = assistant({ chat: 'objects' })
    const say = (id: string) => ({ id, at: 100, client: id, coordinator: 'api', do: 'say', args: { id, table: 3, text: id } }) // prettier-ignore
    const twice = (chat: 'set' | 'objects') => {
      const plan = { v: 1, system: 'assistant', seed: 1, until: 5_000, nodes, clients: [{ id: 'no nuts' }, { id: 'more bread' }], net: { latency: [10, 10] }, options: { chat, usagePerMessage: 0 }, ops: [say('no nuts'), say('more bread'), ...['no nuts', 'more bread'].map((key) => ({ id: `${key}?`, at: 2_000, client: 'no nuts', coordinator: 'api', do: 'find', args: { id: key, table: 3 } }))], faults: [] } // prettier-ignore
      return run(scenarioOf(plan)).history.slice(2).filter(({ output: found }) => (found as { value: Json }).value !== null).length // prettier-ignore
    }
    expect(twice('set')).toBe(2)
    expect(twice('objects')).toBe(1)
  })

  it('makes guests wait when usage events go to the replica set and its members need time for each', () => {
    const waited = (usage: 'ring' | 'set') => {
      const options = { usage }
      const nodes = assistant(options).nodes.map((node) =>
        'ABCDEF'.includes(node.id) ? { ...node, serviceMs: 2 } : node,
      )
      const ops = [1, 2, 3, 4].map((table) => ({ id: `row ${table}`, at: 500 + 100 * table, client: `guest ${table}`, coordinator: 'api', do: 'say', args: { id: `row ${table}`, table, text: 'soup' } })) // prettier-ignore
      const plan = { v: 1, system: 'assistant', seed: 1, until: 20_000, nodes, clients: [1, 2, 3, 4].map((table) => ({ id: `guest ${table}` })), net: { latency: [10, 10] }, options, ops, faults: [] } // prettier-ignore
      return Math.max(...run(scenarioOf(plan)).history.map((one) => (one.return ?? Infinity) - one.call))
    }
    expect(waited('set')).toBeGreaterThan(2 * waited('ring'))
  })
})
