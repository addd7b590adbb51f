/** A box of the picture: what it is, which nodes it has, and the node that a reader kills. */
export interface Box {
  readonly id: 'api' | 'chat' | 'usage' | 'log' | 'embedder' | 'index' | 'batch' | 'objects'
  readonly name: string
  readonly what: string
  readonly nodes: readonly string[]
  readonly victim: string
}

/** The boxes of the application, in the order of the drawing. */
export const boxes: readonly Box[] = [
  { id: 'api', name: 'API', what: 'keeps no data', nodes: ['api'], victim: 'api' },
  { id: 'chat', name: 'Chat', what: 'replica set', nodes: ['A', 'B', 'C'], victim: 'A' },
  { id: 'usage', name: 'Usage', what: 'ring', nodes: ['D', 'E', 'F'], victim: 'E' },
  { id: 'log', name: 'Event log', what: 'keeps events in order', nodes: ['log'], victim: 'log' },
  { id: 'embedder', name: 'Embedding job', what: 'text to vector', nodes: ['embedder'], victim: 'embedder' },
  { id: 'index', name: 'Vector index', what: 'search by meaning', nodes: ['index'], victim: 'index' },
  { id: 'batch', name: 'Batch job', what: 'log to files', nodes: ['batch'], victim: 'batch' },
  { id: 'objects', name: 'Object store', what: 'training data', nodes: ['objects'], victim: 'objects' },
]

/** The box that a node belongs to; undefined for a client. */
export function boxOf(node: string): Box | undefined {
  return boxes.find(({ nodes }) => nodes.includes(node))
}

/** A store in the wrong box. */
export interface Swap {
  readonly id: string
  readonly name: string
  readonly options: { readonly [name: string]: string }
}

/** The boxes as they should be, and what may be put in the wrong one. */
export const swaps: readonly Swap[] = [
  { id: 'right', name: 'Each in its own store', options: {} },
  { id: 'usage', name: 'Usage events in the replica set', options: { usage: 'set' } },
  { id: 'chat', name: 'Each conversation as one object', options: { chat: 'objects' } },
  { id: 'training', name: 'Training data in the replica set', options: { training: 'set' } },
  { id: 'search', name: 'No index: compare every vector', options: { search: 'scan' } },
]
