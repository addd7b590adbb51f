import type { Table } from '../core/table.ts'
import type { Json, Node } from '../core/types.ts'
import type { Hnsw } from './hnsw.ts'
import type { FilterWhen, VectorOptions } from './options.ts'

/** A row as it's stored: its vector, what it can be filtered by, and when it was written. */
export interface StoredRow {
  readonly vector: readonly number[]
  readonly tags: { readonly [name: string]: Json }
  readonly timestamp: number
  readonly deleted?: true
}

/** The index over the stored rows: the graph, and which key stands in which of its rows. */
export interface Indexed {
  readonly graph: Hnsw | undefined
  readonly keys: readonly string[]
}

/** A node of a vector store: its rows on disk, its index in memory. */
export interface VectorNode extends Node {
  readonly options: VectorOptions
  /** Gone in a crash; built again from the disk. */
  memory: Indexed
  disk: { readonly rows: Table<string, StoredRow> }
}

/** What stands for a place: a vector, a text of known words, or any value. */
export interface Described {
  readonly text?: string
  readonly vector?: readonly number[]
  readonly value?: Json
}

/** What a client asks for. A text stands for the vector of its known words. */
export interface SearchArgs extends Described {
  readonly k?: number
  readonly ef?: number
  readonly probes?: number
  /** Only rows whose tags have these values. */
  readonly where?: { readonly [name: string]: Json }
  readonly filter?: FilterWhen
  /** Compares with every row instead of walking the graph. */
  readonly exact?: boolean
}

/** What a write says: the key, what describes the row, and tags that a search may filter by. */
export interface WriteArgs extends Described {
  readonly key: string
  readonly tags?: { readonly [name: string]: Json }
}
