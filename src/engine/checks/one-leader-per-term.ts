import type { Json, NodeId } from '../core/types.ts'
import { broken, checkOf, holds, vacuous } from './check.ts'
import { counted } from './operation-text.ts'

/**
 * No two nodes were elected in one term. A program says that it was elected with `node.note('become primary', { term })`.
 * (Election Safety in Raft, figure 3; NoTwoPrimariesInSameTerm in MongoDB's RaftMongo.tla.)
 */
export const oneLeaderPerTerm = checkOf('one leader per term', 'trace', (run) => {
  const elected = new Map<number, { readonly node: NodeId; readonly index: number }>()
  for (const event of run.trace) {
    if (event.type !== 'note' || event.text !== 'become primary') continue
    const term = termOf(event.data)
    const first = elected.get(term)
    if (first !== undefined && first.node !== event.node) {
      return broken(`${first.node} and ${event.node} were both elected in term ${term}.`, [first.index, event.index]) // prettier-ignore
    }
    if (first === undefined) elected.set(term, { node: event.node, index: event.index })
  }
  if (elected.size === 0) return vacuous('No primary was elected.')
  return holds(`${counted(elected.size, 'term')}, with one leader each.`)
})

function termOf(data: Json | undefined): number {
  const term = (data as { readonly term?: Json } | undefined)?.term
  if (typeof term !== 'number') throw new RangeError(`"become primary" says its term; received ${JSON.stringify(data)}`) // prettier-ignore
  return term
}
