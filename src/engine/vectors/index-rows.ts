import { drawKeyOf, unit } from '../core/draws.ts'
import type { Json } from '../core/types.ts'
import { exactSearch } from './exact.ts'
import { filteredSearch, type IndexSearch } from './filter.ts'
import { Hnsw } from './hnsw.ts'
import { Ivf } from './ivf.ts'
import { embedded, lexiconDims } from './lexicon.ts'
import { Space } from './space.ts'
import type { Described, Indexed, SearchArgs, StoredRow, VectorNode } from './state.ts'

/**
 * The vector that was asked with, or of the text. A plain value, which has no meaning to embed, gets a place drawn from
 * it. undefined if there is none of the three, or the text has no known word.
 */
export function vectorOf({ text, vector, value }: Described): readonly number[] | undefined {
  if (vector !== undefined) return vector
  if (text !== undefined) return embedded(text) && [...embedded(text)!]
  if (value === undefined) return undefined
  const key = drawKeyOf(JSON.stringify(value))
  return Array.from({ length: lexiconDims }, (_, place) => 2 * unit(key, place + 1) - 1)
}

/** The index after the row was put in or, if it's deleted, taken out; an older version of the row goes. */
export function indexWith(
  node: VectorNode,
  { graph, keys }: Indexed,
  key: string,
  stored: StoredRow,
): Indexed {
  const { m, efConstruction, heuristic, removal } = node.options
  const next = graph?.copy() ?? new Hnsw(new Space(stored.vector.length), { m, efConstruction, heuristic })
  const before = keys.lastIndexOf(key)
  if (before >= 0) next.remove(before, removal)
  if (stored.deleted === true) return { graph: next, keys }
  next.add(next.space.add(stored.vector))
  return { graph: next, keys: [...keys, key] }
}

/** Answers a search from this node's own index, and says how many rows it compared. */
export function searched(node: VectorNode, asked: SearchArgs): Json {
  const { graph, keys } = node.memory
  const query = vectorOf(asked)
  if (query === undefined) return { error: 'a search takes a vector, or a text with a known word' }
  if (graph === undefined) return { found: [], compared: 0 }
  const { space } = graph
  const { k = 3, where = {}, ef = node.options.ef, filter: when = node.options.filter } = asked
  const matches = (row: number) => {
    const tags = node.disk.rows.get(keys[row]!)?.tags ?? {}
    return graph.has(row) && Object.entries(where).every(([name, value]) => tags[name] === value)
  }
  const search = searchOf(node, graph, query, asked)
  space.compared = 0
  const filtered = Object.keys(where).length > 0
  const hits =
    asked.exact === true
      ? exactSearch(space, query, k, matches)
      : filtered
        ? filteredSearch(space, query, search, { k, candidates: ef, when }, matches)
        : search(k)
  const found = hits.map(({ row, score }) => ({ key: keys[row]!, score: Math.round(score * 1e6) / 1e6 }))
  return { found, compared: space.compared }
}

function searchOf(node: VectorNode, graph: Hnsw, query: readonly number[], asked: SearchArgs): IndexSearch {
  const { kind, ef, probes } = { ...node.options, ...asked }
  if (kind === 'hnsw') return (k, allowed) => graph.search(query, { k, ef }, allowed && { allowed })
  const lists = listsOf(graph, node.options.lists)
  return (k, allowed) =>
    lists.search(query, { k, probes }, (row) => graph.has(row) && (allowed === undefined || allowed(row)))
}

const made = new WeakMap<Hnsw, Ivf>()

/** The rows in lists, made once for each state of the index. */
function listsOf(graph: Hnsw, lists: number): Ivf {
  const known = made.get(graph) ?? new Ivf(graph.space, { lists })
  made.set(graph, known)
  return known
}
