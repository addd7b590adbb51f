import type { Door, Span } from './game.ts'
import { counted, grouped } from '#figures/quantity.ts'

/** One node of the tree as a door: what A knows of it, and what B has said. */
export interface DoorState {
  readonly door: Door
  readonly span: Span
  /** The start of A's hash. */
  readonly mine: string
  /** The start of B's hash, once B was asked. */
  readonly theirs: string | undefined
  readonly same: boolean | undefined
  /** How many slips behind it could still be the one. */
  readonly suspects: number
}

interface Props {
  /** The node that the reader stands at, its children, their children ... */
  readonly rows: readonly (readonly DoorState[])[]
  readonly disabled: boolean
  /** Which way the picture moved last: it grows out of that side. */
  readonly from: 'left' | 'right' | 'middle' | 'nowhere'
  /** The door that the Tab key comes to. */
  readonly reachable: Door
  readonly onAsk?: ((door: Door) => void) | undefined
  readonly onMove?: ((event: KeyboardEvent, door: Door) => void) | undefined
}

/** A few levels of the tree, each door as wide as the share of the slips behind it. A press asks B for that hash. */
export function DoorRows({ rows, disabled, from, reachable, onAsk, onMove }: Props) {
  return (
    <div class="door-rows" data-from={from} role="group" aria-label="Doors: tree nodes, from top to bottom">
      {rows.map((row, depth) => (
        <div class={`door-row door-row-${row.length}`} key={depth}>
          {row.map((state) => (
            <button
              type="button"
              key={`${state.door.level}.${state.door.index}`}
              class="door"
              data-door={`${state.door.level}.${state.door.index}`}
              data-answer={state.same === undefined ? 'none' : state.same ? 'same' : 'differs'}
              data-suspects={state.suspects > 0 ? 'some' : 'none'}
              disabled={disabled}
              tabIndex={isSame(state.door, reachable) ? 0 : -1}
              onClick={() => onAsk?.(state.door)}
              onKeyDown={(event) => onMove?.(event, state.door)}
            >
              <span class="visually-hidden">{doorInWords(state)}: </span>
              <span class="door-range">{spanText(state.span)}</span>
              <span class="door-hash door-mine">{state.mine}</span>
              <span class="door-hash door-theirs">
                {state.theirs ?? <span aria-hidden="true">····</span>}
              </span>
              <span class="door-sign" aria-hidden="true">
                {state.same === undefined ? '' : state.same ? '=' : '≠'}
              </span>
            </button>
          ))}
        </div>
      ))}
    </div>
  )
}

/** Slips as the reader counts them, from one: "1 – 16,384", or a single number. */
export function spanText({ from, to }: Span): string {
  return to - from === 1 ? grouped(to) : `${grouped(from + 1)} – ${grouped(to)}`
}

/** "rows 1 to 16,384", "row 7": for sentences. */
export function spanInWords({ from, to }: Span): string {
  return to - from === 1 ? `row ${grouped(to)}` : `rows ${grouped(from + 1)} to ${grouped(to)}`
}

function doorInWords({ span, same, suspects }: DoorState): string {
  const words = spanInWords(span)
  const what = words[0]?.toUpperCase() + words.slice(1)
  const answer = same === undefined ? 'not asked' : same ? 'same on A and B' : 'differs'
  return `${what}: ${answer}, ${suspects === 0 ? 'no suspects' : counted(suspects, 'suspect')} behind it`
}

function isSame(one: Door, other: Door): boolean {
  return one.level === other.level && one.index === other.index
}
