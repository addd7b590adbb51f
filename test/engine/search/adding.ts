import { cell, checkOf, weather, type Challenge, type Program } from '#engine'

/** An answer to the smallest challenge there is: how a node adds up what it's told. */
export interface Answer {
  readonly add: (sum: number, value: number) => number
}

/** A node that adds up what it's told: the smallest program that an answer can get wrong. */
export const program =
  ({ add }: Answer): Program =>
  (node) => ({
    write() {
      node.disk = add(node.disk ?? 0, 1)
      node.mark('added')
      return { ok: true }
    },
  })

export const right: Answer = { add: (sum, value) => sum + value }

const counts = checkOf('counts every write', 'none', ({ history, final }) => {
  if (history.length === 0) return { result: 'vacuous', why: 'Nothing was written.', at: [] }
  const is = final.get('A')?.disk === history.length
  return { result: is ? 'holds' : 'broken', why: `${final.get('A')?.disk} of ${history.length}`, at: [] }
})

export const asked: Challenge<Answer> = {
  needs: { add: 'function' },
  scenario: (answer, seed) => {
    const system = { ...cell(program(answer), { nodes: ['A'] }), messages: [] }
    return weather(system, { operations: 6, reads: 0, faults: 0, calmAt: 1000, restMs: 500 })(seed)
  },
  checks: [counts],
  seeds: 20,
}
