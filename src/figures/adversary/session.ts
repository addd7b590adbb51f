import { computed, signal } from '@preact/signals'
import { wantsStill } from '#figures/motion.ts'
import { hunt, type HuntOptions } from '#figures/search/client.ts'
import { entriesOf } from '#figures/search/entries.ts'
import type { Entry, HuntCount, HuntProgress, Winner } from '#figures/search/protocol.ts'
import { attackOn, type Bet, type Need } from './bet.ts'

/** How long a stroke stands before the next one. */
const strokeMs = 650

/** Where the game stands. */
export type Phase = 'bet' | 'attack' | 'strike' | 'lost' | 'held' | 'failed'

/** One bet and what became of it. */
export interface Round extends Bet {
  readonly crooked: boolean
  readonly seeds: number
  readonly through: number
  readonly asked: number
  readonly unanswered: number
}

/** The plan that won while it's made smaller: all its entries, and those struck so far, stroke by stroke. */
export interface Striking {
  readonly seed: number
  readonly entries: readonly Entry[]
  readonly strokes: readonly (readonly string[])[]
}

/** What is shown: signals, and what follows from them. */
function freshState() {
  const write = signal<Need | undefined>(undefined)
  const read = signal<Need | undefined>(undefined)
  const striking = signal<Striking | undefined>(undefined)
  const shown = signal(0)
  return {
    write,
    read,
    phase: signal<Phase>('bet'),
    crooked: signal(false),
    count: signal<HuntCount | undefined>(undefined),
    striking,
    /** How many strokes are shown. */
    shown,
    winner: signal<Winner | undefined>(undefined),
    trouble: signal(''),
    rounds: signal<readonly Round[]>([]),
    struck: computed(
      () => new Set((striking.value?.strokes ?? []).slice(0, shown.value).flatMap((ids) => [...ids])),
    ),
    bet: computed<Bet | undefined>(() =>
      write.value === undefined || read.value === undefined
        ? undefined
        : { write: write.value, read: read.value },
    ),
  }
}

type State = ReturnType<typeof freshState>

/** Takes down what the hunt says while it goes on. */
function hear({ count, striking }: State, telling: HuntProgress): void {
  if (telling.type === 'tried') count.value = telling
  else if (telling.type === 'found') {
    striking.value = { seed: telling.seed, entries: entriesOf(telling.plan), strokes: [] }
  } else if (telling.struck.length > 0 && striking.value !== undefined) {
    const strokes = [...striking.value.strokes, telling.struck.map(({ id }) => id)]
    striking.value = { ...striking.value, strokes }
  }
}

/** All that moves in "You against the adversary": the bet, the attack, the plan that won, the bets before. */
export function openSession({
  seeds,
  makeWorker,
}: { readonly seeds: number } & Pick<HuntOptions, 'makeWorker'>) {
  const state = freshState()
  const { bet, phase, crooked, count, striking, shown, winner, trouble, rounds } = state
  let stop: AbortController | undefined
  let stroke: ReturnType<typeof setTimeout> | undefined

  async function attack(withCrookedClock: boolean): Promise<void> {
    const stake = bet.value
    if (stake === undefined || phase.value === 'attack') return
    clear()
    crooked.value = withCrookedClock
    phase.value = 'attack'
    stop = new AbortController()
    const outcome = await hunt(attackOn(stake, withCrookedClock, seeds), {
      signal: stop.signal,
      ...(makeWorker === undefined ? {} : { makeWorker }),
      onProgress: (telling) => hear(state, telling),
    })
    if (!outcome.ok) {
      if (outcome.reason === 'cancelled') phase.value = 'bet'
      else [phase.value, trouble.value] = ['failed', outcome.why]
      return
    }
    const { broken, asked, unanswered } = outcome.count
    count.value = outcome.count
    winner.value = outcome.found
    const round = { ...stake, crooked: withCrookedClock, seeds, through: broken.length, asked, unanswered }
    rounds.value = [...rounds.value, round]
    if (outcome.found === undefined) phase.value = 'held'
    else {
      phase.value = 'strike'
      nextStroke()
    }
  }

  /** Strikes out what the next stroke took, until nothing more could be taken. */
  function nextStroke(): void {
    const all = striking.value?.strokes.length ?? 0
    if (wantsStill()) shown.value = all
    if (shown.value >= all) {
      phase.value = 'lost'
      return
    }
    stroke = setTimeout(() => {
      shown.value++
      nextStroke()
    }, strokeMs)
  }

  function clear(): void {
    clearTimeout(stroke)
    stop?.abort()
    count.value = striking.value = winner.value = undefined
    shown.value = 0
    trouble.value = ''
  }

  return {
    ...state,
    attack,
    /** Back to the bet; what was bet before stays in the list. */
    again() {
      clear()
      crooked.value = false
      phase.value = 'bet'
    },
    stop() {
      stop?.abort()
    },
    /** Ends all that runs by itself. */
    close() {
      clearTimeout(stroke)
      stop?.abort()
    },
  }
}
