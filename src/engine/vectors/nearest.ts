import type { Hit } from './space.ts'

/** Whether the first hit stands before the second: the greater score, then the lower row. */
export function isNearer(score: number, row: number, otherScore: number, otherRow: number): boolean {
  return score > otherScore || (score === otherScore && row < otherRow)
}

/**
 * A heap of rows by score. Its `top` is the nearest row, or with `worstFirst` the farthest, which is what a list of the
 * best k must give up first.
 */
export class Heap {
  readonly rows: number[] = []
  readonly scores: number[] = []
  readonly #worstFirst: boolean

  constructor(worstFirst: boolean) {
    this.#worstFirst = worstFirst
  }

  get size(): number {
    return this.rows.length
  }

  push(row: number, score: number): void {
    const { rows, scores } = this
    let at = rows.length
    rows.push(row)
    scores.push(score)
    while (at > 0) {
      const above = (at - 1) >> 1
      if (!this.#before(score, row, above)) break
      rows[at] = rows[above]!
      scores[at] = scores[above]!
      at = above
    }
    rows[at] = row
    scores[at] = score
  }

  /** Takes the top away. */
  pop(): void {
    const row = this.rows.pop()!
    const score = this.scores.pop()!
    if (this.rows.length > 0) this.replaceTop(row, score)
  }

  /** Takes the top away and puts this row in. */
  replaceTop(row: number, score: number): void {
    const { rows, scores } = this
    const size = rows.length
    let at = 0
    for (;;) {
      let below = 2 * at + 1
      if (below >= size) break
      if (below + 1 < size && this.#before(scores[below + 1]!, rows[below + 1]!, below)) below++
      if (this.#before(score, row, below)) break
      rows[at] = rows[below]!
      scores[at] = scores[below]!
      at = below
    }
    rows[at] = row
    scores[at] = score
  }

  /** All of it, nearest first. */
  sorted(): Hit[] {
    const hits = this.rows.map((row, place) => ({ row, score: this.scores[place]! }))
    return hits.sort((a, b) => b.score - a.score || a.row - b.row)
  }

  #before(score: number, row: number, at: number): boolean {
    const nearer = isNearer(score, row, this.scores[at]!, this.rows[at]!)
    return this.#worstFirst ? !nearer : nearer
  }
}

/** The nearest k of all that it was offered. */
export class Nearest {
  readonly #k: number
  readonly #heap = new Heap(true)

  constructor(k: number) {
    this.#k = k
  }

  get isFull(): boolean {
    return this.#heap.size >= this.#k
  }

  /** The score of the farthest that is kept. */
  get worst(): number {
    return this.#heap.scores[0] ?? -Infinity
  }

  offer(row: number, score: number): void {
    const heap = this.#heap
    if (heap.size >= this.#k) {
      if (this.#k === 0 || !isNearer(score, row, heap.scores[0]!, heap.rows[0]!)) return
      heap.replaceTop(row, score)
    } else heap.push(row, score)
  }

  sorted(): Hit[] {
    return this.#heap.sorted()
  }
}
