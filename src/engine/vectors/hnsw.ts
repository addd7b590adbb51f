import { mix, unit } from '../core/draws.ts'
import type { Allowed } from './exact.ts'
import { Heap, Nearest } from './nearest.ts'
import type { Hit, Space, Vector } from './space.ts'

/** How a graph is built. */
export interface HnswOptions {
  /** Links that a row keeps in each layer; twice as many in the lowest. 16 when left out. */
  readonly m?: number
  /** The beam while building: how many near rows are looked at for each row's links. 100 when left out. */
  readonly efConstruction?: number
  /**
   * Chooses links in different directions instead of the nearest ones: a candidate is left out if it's nearer to a link
   * that is kept than to the row itself. Without it, clusters link only to themselves. True when left out.
   */
  readonly heuristic?: boolean
  readonly seed?: number
}

/** What becomes of a row's links when it is deleted. */
export type Removal =
  /** The row stays as a waypoint and is left out of answers. */
  | 'mark'
  /** The row and its links go, and nothing is put in their place. */
  | 'drop'
  /** Removes the row, and links its neighbours to each other again. */
  | 'mend'

/** One row that a search stood on, and the neighbours that it compared from there. */
export interface Step {
  readonly layer: number
  readonly from: number
  readonly compared: readonly Hit[]
}

/**
 * A hierarchical navigable small world: each row links to near rows, and a few rows, drawn at random, also stand in
 * sparser layers above. A search walks the top layer to the nearest row it can see, steps down, and in the lowest layer
 * keeps a beam of the `ef` nearest rows found so far. After Malkov and Yashunin, arXiv 1603.09320.
 */
export class Hnsw {
  readonly space: Space
  readonly m: number
  readonly efConstruction: number
  readonly heuristic: boolean
  readonly seed: number
  /** Where every search begins; -1 while the graph is empty. */
  entry = -1
  /** For each row its links, by layer; undefined for a row that isn't in the graph. */
  links: (number[][] | undefined)[] = []
  /** Rows that were deleted by marking. */
  readonly marked = new Set<number>()
  #visited = new Uint32Array(0)
  #visit = 0

  constructor(space: Space, options: HnswOptions = {}) {
    this.space = space
    this.m = options.m ?? 16
    this.efConstruction = options.efConstruction ?? 100
    this.heuristic = options.heuristic ?? true
    this.seed = options.seed ?? 1
  }

  /** An index over all rows of the space, added in their order. */
  static of(space: Space, options: HnswOptions = {}): Hnsw {
    const index = new Hnsw(space, options)
    for (let row = 0; row < space.rows; row++) index.add(row)
    return index
  }

  /** Whether the row can be an answer: in the graph, and not deleted. */
  has(row: number): boolean {
    return this.links[row] !== undefined && !this.marked.has(row)
  }

  /** The highest layer in which the row stands. */
  layerOf(row: number): number {
    return this.links[row]!.length - 1
  }

  /** Puts a row of the space into the graph. */
  add(row: number): void {
    const top = this.#drawnLayer(row)
    const query = this.space.at(row)
    const links: number[][] = Array.from({ length: top + 1 }, () => [])
    if (this.entry < 0) {
      this.links[row] = links
      this.entry = row
      return
    }
    const highest = this.layerOf(this.entry)
    let starts: readonly Hit[] = [{ row: this.entry, score: this.space.score(this.entry, query) }]
    for (let layer = highest; layer > top; layer--) starts = this.#beam(query, starts, 1, layer)
    this.links[row] = links
    for (let layer = Math.min(top, highest); layer >= 0; layer--) {
      starts = this.#beam(query, starts, this.efConstruction, layer)
      links[layer] = this.#chosen(starts, this.m)
      for (const neighbour of links[layer]!) this.#link(neighbour, row, layer)
    }
    if (top > highest) this.entry = row
  }

  /** Deletes a row. */
  remove(row: number, how: Removal): void {
    if (!this.has(row)) return
    if (how === 'mark') {
      this.marked.add(row)
      return
    }
    const own = this.links[row]!
    this.links[row] = undefined
    for (const [neighbour, links] of this.links.entries()) {
      if (links === undefined) continue
      for (const [layer, list] of links.entries()) {
        const at = list.indexOf(row)
        if (at < 0) continue
        list.splice(at, 1)
        if (how === 'mend') for (const other of own[layer]!) this.#reconnect(neighbour, other, layer)
      }
    }
    if (this.entry === row) this.entry = this.#highestRow()
  }

  /** The nearest rows that the walk finds: at most k, with a beam of `ef` (at least k). `watch` is told every step. */
  search(
    query: Vector,
    { k, ef = k }: { readonly k: number; readonly ef?: number },
    { allowed, watch }: { readonly allowed?: Allowed; readonly watch?: (step: Step) => void } = {},
  ): Hit[] {
    if (this.entry < 0) return []
    const prepared = this.space.prepared(query)
    let starts: readonly Hit[] = [{ row: this.entry, score: this.space.score(this.entry, prepared) }]
    for (let layer = this.layerOf(this.entry); layer > 0; layer--) {
      starts = this.#beam(prepared, starts, 1, layer, undefined, watch)
    }
    const may: Allowed = (row) => !this.marked.has(row) && (allowed === undefined || allowed(row))
    const wanted = this.marked.size === 0 && allowed === undefined ? undefined : may
    return this.#beam(prepared, starts, Math.max(ef, k), 0, wanted, watch).slice(0, k)
  }

  /** An index of its own with the same graph, over a copy of the space. */
  copy(): Hnsw {
    const copy = new Hnsw(this.space.copy(), this)
    copy.entry = this.entry
    copy.links = this.links.map((layers) => layers?.map((list) => list.slice()))
    for (const row of this.marked) copy.marked.add(row)
    return copy
  }

  /**
   * The `ef` nearest rows of a layer that can be walked to from the starts. Rows that aren't wanted are walked over and
   * not kept: with few wanted ones the walk goes on until it has enough of them.
   */
  #beam(
    query: Float32Array,
    starts: readonly Hit[],
    ef: number,
    layer: number,
    wanted?: Allowed,
    watch?: (step: Step) => void,
  ): Hit[] {
    const { space } = this
    this.#beginVisit()
    const visited = this.#visited
    const visit = this.#visit
    const toWalk = new Heap(false)
    const found = new Nearest(ef)
    for (const { row, score } of starts) {
      visited[row] = visit
      toWalk.push(row, score)
      if (wanted === undefined || wanted(row)) found.offer(row, score)
    }
    let isFull = found.isFull
    let worst = found.worst
    while (toWalk.size > 0) {
      const from = toWalk.rows[0]!
      if (isFull && toWalk.scores[0]! < worst) break
      toWalk.pop()
      const compared: Hit[] | undefined = watch === undefined ? undefined : []
      const neighbours = this.links[from]![layer]!
      for (let at = 0; at < neighbours.length; at++) {
        const row = neighbours[at]!
        if (visited[row] === visit) continue
        visited[row] = visit
        const score = space.score(row, query)
        compared?.push({ row, score })
        if (isFull && score < worst) continue
        toWalk.push(row, score)
        if (wanted !== undefined && !wanted(row)) continue
        found.offer(row, score)
        isFull = found.isFull
        worst = found.worst
      }
      watch?.({ layer, from, compared: compared! })
    }
    return found.sorted()
  }

  #beginVisit(): void {
    if (this.#visited.length < this.space.rows) {
      this.#visited = new Uint32Array(this.space.rows * 2)
      this.#visit = 0
    }
    this.#visit++
  }

  /** Which of the candidates, nearest first, a row links to. */
  #chosen(candidates: readonly Hit[], most: number): number[] {
    if (!this.heuristic) return candidates.slice(0, most).map(({ row }) => row)
    const kept: number[] = []
    for (const { row, score } of candidates) {
      if (kept.length === most) break
      const own = this.space.at(row)
      if (kept.every((other) => this.space.score(other, own) < score)) kept.push(row)
    }
    return kept
  }

  /** Gives `from` a link to `to`; if it then has too many, it keeps those that the rule chooses. */
  #link(from: number, to: number, layer: number): void {
    const list = this.links[from]![layer]!
    const most = layer === 0 ? 2 * this.m : this.m
    list.push(to)
    if (list.length <= most) return
    const own = this.space.at(from)
    const candidates = list.map((row) => ({ row, score: this.space.score(row, own) }))
    candidates.sort((a, b) => b.score - a.score || a.row - b.row)
    this.links[from]![layer] = this.#chosen(candidates, most)
  }

  #reconnect(from: number, to: number, layer: number): void {
    if (from === to || (this.links[to]?.length ?? 0) <= layer) return
    if (!this.links[from]![layer]!.includes(to)) this.#link(from, to, layer)
    if (!this.links[to]![layer]!.includes(from)) this.#link(to, from, layer)
  }

  /** Each layer above holds one in m of the rows of the one below: the paper's draw, without its logarithm. */
  #drawnLayer(row: number): number {
    let layer = 0
    while (layer < 30 && unit(mix(this.seed, row), layer + 1) * this.m < 1) layer++
    return layer
  }

  #highestRow(): number {
    let highest = -1
    for (const [row, layers] of this.links.entries()) {
      if (layers !== undefined && (highest < 0 || layers.length > this.links[highest]!.length)) highest = row
    }
    return highest
  }
}
