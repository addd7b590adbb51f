import { cell, checkOf, type Challenge, type Node, type Program, type Run, type Task, weather } from 'engine'
import type * as solution from './solution'

type State = solution.State
type Answer = { readonly keepOn: string; readonly vote: typeof solution.vote }

const program =
  ({ keepOn, vote }: Answer): Program =>
  (node) => {
    const kept = (): State =>
      (keepOn === 'disk' ? node.disk : node.memory?.state) ?? { term: 0, votedFor: undefined }
    const keep = (state: State) => {
      if (keepOn === 'disk') node.disk = state
      else node.memory = { ...node.memory, state }
    }
    const decide = (term: number, candidate: string) => {
      const { state, granted } = vote(kept(), { term, candidate })
      keep(state)
      return granted
    }
    function* run(): Task<void> {
      const term = Math.max(kept().term, node.memory?.seen ?? 0) + 1
      node.memory = { ...node.memory, seen: term }
      if (!decide(term, node.id)) return
      const replies = yield* node.quorum(node.others, 2, 'ballot', { term, candidate: node.id }, 900)
      if (!replies.some((reply) => reply.ok && reply.value === true)) return
      node.note('become primary', { term })
      yield* lead(node, term)
    }
    return {
      *start(): Task<void> {
        for (;;) {
          const since = node.now()
          yield* node.sleep(400 + Math.floor(node.random() * 500))
          if ((node.memory?.heard ?? -1) < since) yield* run()
        }
      },
      ballot: ({ term, candidate }: solution.Ballot) => decide(term, candidate),
      leader({ term }: { term: number }) {
        node.memory = { ...node.memory, heard: node.now(), seen: Math.max(term, node.memory?.seen ?? 0) }
      },
    }
  }

/** It leads until it hears of a newer term. */
function* lead(node: Node, term: number): Task<void> {
  while ((node.memory?.seen ?? 0) <= term) {
    for (const other of node.others) node.send(other, 'leader', { term })
    yield* node.sleep(400)
  }
}

function elections(answer: Answer, seed: number) {
  const system = {
    ...cell(program(answer), { nodes: ['A', 'B', 'C'] }),
    messages: ['ballot', 'ballot reply'],
  }
  const { plan } = weather(system, {
    operations: 0,
    faults: 6,
    kinds: ['crash', 'pause', 'drop', 'hold', 'cut'],
    calmAt: 5000,
    restMs: 2500,
  })(seed)
  return {
    system,
    plan: {
      ...plan,
      ops: [],
      clients: [],
      net: { ...plan.net, order: 'any' as const, latency: [5, 300] as const },
    },
  }
}

const leaders = (run: Run) =>
  run.trace.flatMap((event) =>
    event.type === 'note' && event.text === 'become primary'
      ? [{ index: event.index, at: event.at, node: event.node, term: (event.data as { term: number }).term }]
      : [],
  )

const one = checkOf('one leader a term', 'trace', (run) => {
  const all = leaders(run)
  for (const { node, term, index } of all) {
    const other = all.find((first) => first.term === term && first.node !== node && first.index < index)
    if (other !== undefined)
      return {
        result: 'broken',
        why: `${other.node} and ${node} both led term ${term}.`,
        at: [other.index, index],
      }
    const twice = all.find((first) => first.term === term && first.index < index)
    if (twice !== undefined)
      return { result: 'broken', why: `${node} was elected twice in term ${term}.`, at: [twice.index, index] }
  }
  return all.length === 0
    ? { result: 'vacuous', why: 'Nobody was elected.', at: [] }
    : { result: 'holds', why: 'Each term had one leader.', at: [] }
})

const some = checkOf('a leader in the end', 'trace', (run) => {
  const last = leaders(run).at(-1)
  const heard = run.trace.some(
    (event) => event.type === 'receive' && event.name === 'leader' && event.at > run.plan.until - 3000,
  )
  return last !== undefined && heard
    ? { result: 'holds', why: `${last.node} leads term ${last.term}.`, at: [] }
    : { result: 'broken', why: 'All faults are over, and in the last three seconds nobody led.', at: [] }
})

export const asked: Challenge<Answer> = {
  needs: { keepOn: 'string', vote: 'function' },
  scenario: elections,
  checks: [one, some],
  seeds: 300,
}
