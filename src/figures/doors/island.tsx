import { useEffect, useLayoutEffect, useMemo, useRef } from 'preact/hooks'
import { tieMs } from '#figures/link/cost.ts'
import { watchLeaving } from '#figures/motion.ts'
import { useHydrated } from '#figures/hydrated.ts'
import type { Door } from './game.ts'
import { openSession } from './session.ts'
import { levelsShown, type SessionOptions } from './session-state.ts'
import type { DoorsActions, DoorsFrame } from './frame.ts'
import { DoorsView } from './view.tsx'

interface DoorsIslandProps extends SessionOptions {
  readonly id: string
}

/** "Thirty-two thousand doors", alive. */
export default function DoorsIsland({ id, ...options }: DoorsIslandProps) {
  const root = useRef<HTMLDivElement>(null)
  const session = useMemo(() => openSession(options), [])
  const hydrated = useHydrated()

  useEffect(() => (root.current ? watchLeaving(root.current, session.rest) : undefined), [session])

  // A reader at the keyboard keeps a door under the hand when the picture moves on.
  const focus = session.focus.value
  const firstDoor = { level: focus.level + 1, index: focus.index * 2 }
  // Before the next press can come: one that falls on a door already asked would be lost.
  useLayoutEffect(() => {
    const active = document.activeElement
    if (active === document.body || active?.closest('.door-rows')) {
      if (hadDoor.current) doorElement(root.current, firstDoor)?.focus({ preventScroll: true })
    }
  }, [focus])
  const hadDoor = useRef(false)

  const frame: DoorsFrame = {
    id,
    phase: session.phase.value,
    game: session.game.value,
    roundTripMs: session.roundTripMs,
    clock: session.clock,
    hashed: session.hashed.value,
    guess: session.guess.value,
    rows: session.rows.value,
    from: session.from.value,
    reachable: firstDoor,
    looking: session.looking,
    closeUp: session.closeUp.value,
    walking: session.walking.value,
    link: session.link.value,
    tieSeen: session.tieSeen.value,
    racedDepth: session.racedDepth.value,
    exchanges: session.exchanges.value,
  }
  const actions: DoorsActions = {
    onCommit: (prediction) => {
      void session.commit(prediction)
    },
    onAsk: (door) => session.ask(door),
    onMove: (event, door) => move(root.current, event, door, focus),
    onUndo: () => session.undo(),
    onRestart: (another) => void session.restart(another),
    onWalk: () => session.walk(),
    onRacedDepth: (deep) => {
      session.racedDepth.value = deep
      session.tieSeen.value = false
    },
    onLink: (link) => {
      session.link.value = link
      const [walk, tree] = ['walk', 'tree'].map((way) => session.exchanges.value.find(({ id }) => id === way))
      const tie = walk && tree && tieMs(walk, tree, link.megabitsPerSecond)
      if (tie !== undefined && link.roundTripMs < tie) session.tieSeen.value = true
    },
  }
  return (
    <div
      ref={root}
      onFocusCapture={(event) => {
        hadDoor.current = (event.target as Element).matches('.door')
      }}
    >
      <DoorsView frame={frame} {...(hydrated ? { actions } : {})} />
    </div>
  )
}

/** Arrow keys walk among the doors on show: up to the parent, down to the left child, aside to the neighbour. */
function move(root: HTMLElement | null, event: KeyboardEvent, { level, index }: Door, focus: Door): void {
  const targets: Record<string, Door> = {
    ArrowUp: { level: level - 1, index: index >> 1 },
    ArrowDown: { level: level + 1, index: index * 2 },
    ArrowLeft: { level, index: index - 1 },
    ArrowRight: { level, index: index + 1 },
  }
  const target = targets[event.key]
  if (target === undefined) return
  event.preventDefault()
  if (target.level < focus.level || target.level > focus.level + levelsShown) return
  doorElement(root, target)?.focus()
}

function doorElement(root: HTMLElement | null, { level, index }: Door): HTMLElement | null {
  return root?.querySelector<HTMLElement>(`[data-door="${level}.${index}"]`) ?? null
}
