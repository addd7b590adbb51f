import { computed, type ReadonlySignal, signal } from '@preact/signals'
import { equalBytes } from '#engine/hash/bytes.ts'
import { descend, type DescentStep, whyNotComparable } from '#engine/merkle/descent.ts'
import type { TextbookNode } from '#engine/merkle/textbook.ts'
import type { Exchange, Link } from '#figures/link/cost.ts'
import { counted, grouped, utf8Length, bytesText } from '#figures/quantity.ts'
import { inSlices } from '#figures/slices.ts'
import { exchangesOfRows } from './exchanges.ts'
import { drawnAfter, keyOfRows, type Pair, pairOfRows } from './pair.ts'
import {
  closedUp,
  edited,
  type Example,
  exampleReplicas,
  growReplicas,
  type Hanging,
  padded,
  plant,
  type Replicas,
} from './rows.ts'
import type { MerkleFrame } from './view.tsx'
import { namesFor, paddedInWords, refusalInWords } from './words.ts'

/** How a walk through trees of rows begins. */
export interface RowsOptions {
  readonly id: string
  readonly example: Example
  /** Comparisons made in the first frame; Infinity is the whole walk. */
  readonly at: number
  /** How B's rows hang at first. */
  readonly hanging?: Hanging
  readonly link: Link
}

const titles: Readonly<Record<Example, string>> = {
  'data-d': 'Two servers, four rows',
  'row-3': 'Row 3 is missing on B',
}

/** What the reader has changed in one replica: the keys of the tree nodes whose hashes are others now. */
interface RowEdit {
  readonly side: 0 | 1
  readonly keys: ReadonlySet<string>
}

interface WalkState {
  readonly given: ReadonlySignal<Replicas>
  readonly hanging: ReadonlySignal<Hanging>
  /** Comparisons asked for. */
  readonly asked: ReadonlySignal<number>
  readonly edit: ReadonlySignal<RowEdit | undefined>
}

/** The walk of two trees against each other, as far as the reader has come. */
function openWalk({ given, hanging, asked, edit }: WalkState) {
  const replicas = computed(() => hung(given.value, hanging.value))
  const refusal = computed(() =>
    whyNotComparable(...replicas.value.trees) === undefined ? undefined : refusalInWords(replicas.value),
  )
  const steps = computed<readonly DescentStep[]>(() =>
    refusal.value === undefined ? descend(...replicas.value.trees) : [],
  )
  const step = computed(() => Math.min(asked.value, steps.value.length))
  const root = computed<Pair | undefined>(() =>
    refusal.value === undefined ? pairOfRows(...replicas.value.trees, namesFor(replicas.value)) : undefined,
  )
  const walk = computed(() => pairsOfWalk(root.value, steps.value))
  const done = computed(() => step.value === steps.value.length)
  const exchanges = computed<readonly Exchange[]>(() =>
    refusal.value === undefined
      ? exchangesOfRows(replicas.value, steps.value[step.value - 1], done.value)
      : [],
  )
  /** Rows found by the steps so far to differ. */
  const found = computed(() =>
    steps.value.slice(0, step.value).flatMap(({ isLeaf, equal, from }) => (isLeaf && !equal ? [from] : [])),
  )
  const drawn = computed(() => {
    const pairs = root.value
    if (pairs === undefined) return undefined
    const seen = walk.value.slice(0, step.value).map(({ key }) => key)
    const changed = (side: 0 | 1) =>
      edit.value?.side === side && hanging.value === 'address' ? edit.value.keys : undefined
    return [drawnAfter(pairs, seen, 0, changed(0)), drawnAfter(pairs, seen, 1, changed(1))] as const
  })
  return { replicas, refusal, step, walk, done, exchanges, found, drawn }
}

/** Two replicas' rows, their trees, and how far the reader has walked. */
export function openRows({ id, example, at, hanging: hangingAtFirst = 'address', link: start }: RowsOptions) {
  const given = signal<Replicas>(exampleReplicas(example))
  const chosen = signal<Example | 'slips'>(example)
  const depth = signal(10)
  const missing = signal(1)
  const hanging = signal<Hanging>(hangingAtFirst)
  const edit = signal<RowEdit | undefined>(undefined)
  const link = signal(start)
  const busy = signal<number | undefined>(undefined)
  const asked = signal(at)
  const picked = signal(0)
  const { replicas, refusal, step, walk, done, exchanges, found, drawn } = openWalk({
    ...{ given, hanging, asked, edit },
  })
  /** What the replicas hold, as a title; `titled` only where they hold something else than at first. */
  const madeTitle = computed(() =>
    chosen.value === 'slips'
      ? `Two servers, ${counted(given.value.rows[0].length, 'row')}`
      : titles[chosen.value],
  )
  const titled = computed(() => (chosen.value === example ? undefined : madeTitle.value))
  const frame = computed<MerkleFrame>(() => ({
    id,
    unit: 'row',
    drawn: drawn.value,
    walk: walk.value,
    step: step.value,
    refusal: refusal.value,
    before: beforeInWords(replicas.value, given.value, hanging.value, edit.value),
    walkExchange: exchanges.value.find(({ id }) => id === 'walk'),
    link: link.value,
    streams: done.value ? streamsInWords(replicas.value, found.value) : undefined,
    busy: busy.value,
  }))

  /** Another start: one of the examples, or slips to the depth asked for, hashed in slices. */
  async function choose(next: Example | 'slips', deep = depth.value): Promise<void> {
    chosen.value = next
    depth.value = deep
    asked.value = 0
    hanging.value = 'address'
    edit.value = undefined
    picked.value = 0
    if (next !== 'slips') given.value = exampleReplicas(next)
    else {
      busy.value = 0
      const grown = await inSlices(growReplicas(deep, missing.value), (share) => (busy.value = share))
      busy.value = undefined
      if (grown) given.value = grown
    }
  }

  function lose(count: number): void {
    missing.value = count
    asked.value = 0
    edit.value = undefined
    given.value = plant(given.value, count)
  }

  function write(side: 0 | 1, index: number, text: string): void {
    const before = given.value.trees[side]
    given.value = edited(given.value, side, index, text)
    edit.value = { side, keys: changedKeys(before.root, given.value.trees[side].root) }
    // An edit is a new question: what was compared before may no longer be true.
    asked.value = 0
  }

  return {
    given, chosen, depth, missing, hanging, link, busy, asked, picked, replicas, exchanges, found, frame,
    titled, madeTitle, choose, lose, write, done,
  } // prettier-ignore
}

/** A walk through two trees of rows, which a reader can edit. */
export type RowsSession = ReturnType<typeof openRows>

/** What is to be said before the first comparison: what an edit changed, or what hanging in a line means. */
function beforeInWords(
  hung: Replicas,
  given: Replicas,
  hanging: Hanging,
  edit: RowEdit | undefined,
): string | undefined {
  if (hanging === 'padded') return paddedInWords(hung)
  if (edit === undefined || hanging !== 'address') return undefined
  const { side, keys } = edit
  const hashes = 2 * given.trees[side].leafCount - 1
  const letter = side === 0 ? 'A' : 'B'
  return keys.size === 0
    ? `None of ${letter}’s hashes changed.`
    : `${grouped(keys.size)} of ${letter}’s ${counted(hashes, 'hash', 'hashes')} changed: the leaf and everything above it, up to the root. Step to compare.`
}

function hung(replicas: Replicas, hanging: Hanging): Replicas {
  if (hanging === 'address') return replicas
  return hanging === 'line' ? closedUp(replicas) : padded(replicas)
}

/** The nodes of two trees of one shape whose hashes differ; what an edit left alone is the same object and not entered. */
function changedKeys(before: TextbookNode, after: TextbookNode): ReadonlySet<string> {
  if (before === after || equalBytes(before.digest, after.digest)) return new Set()
  const below = (one: TextbookNode | undefined, other: TextbookNode | undefined) =>
    one && other ? changedKeys(one, other) : []
  return new Set([
    keyOfRows(after.from, after.to),
    ...below(before.left, after.left),
    ...below(before.right, after.right),
  ])
}

/** The pair of every comparison, in the order of the walk; found once, from the root down. */
function pairsOfWalk(root: Pair | undefined, steps: readonly DescentStep[]): readonly Pair[] {
  if (root === undefined) return []
  const level: Pair[] = [root]
  // Children join the end in the order in which the engine's walk asks for them.
  for (let next = 0; next < level.length && level.length < steps.length; next++) {
    const pair = level[next]
    if (pair && !pair.equal && pair.halves) level.push(...pair.halves())
  }
  return level
}

/** What goes over the line once the places are known: each side's row to the other. */
function streamsInWords({ rows }: Replicas, found: readonly number[]): string {
  if (found.length === 0) return 'Nothing is sent.'
  const bytes = (side: 0 | 1) => found.reduce((sum, index) => sum + utf8Length(rows[side][index] ?? ''), 0)
  return `${counted(found.length, 'row')} sent both ways: ${bytesText(bytes(0))} from A, ${bytesText(bytes(1))} from B.`
}
