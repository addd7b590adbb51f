import { useEffect, useRef, useState } from 'preact/hooks'
import type { Plan } from '#engine/core/types.ts'
import { useHydrated } from '#figures/hydrated.ts'
import { wantsStill, watchLeaving } from '#figures/motion.ts'
import type { Drift } from './drift.ts'
import { EveningView } from './view.tsx'

interface Props {
  readonly id: string
  readonly plan: Plan
  /** What the build's run of the plan gave: the engine is loaded when the reader first changes something. */
  readonly first: Drift
  readonly atMs: number
  readonly deadMs: number
}

/** Milliseconds of the evening for one of the reader's. */
const speed = 1.6

/** The home page's evening, alive: it plays, and runs again with another dead line or without its repair. */
export default function EveningIsland({ id, plan, first, atMs: firstMs, deadMs: firstDead }: Props) {
  const root = useRef<HTMLDivElement>(null)
  const hydrated = useHydrated()
  const [drift, setDrift] = useState(first)
  const [atMs, setMoment] = useState(firstMs)
  const [isPlaying, setPlaying] = useState(false)
  const [choice, setChoice] = useState({ deadMs: firstDead, isRepaired: true })
  const asked = useRef(0)
  /** The moment that the page shows is one in the middle: a first press on Play from there would skip how it came about. */
  const isFresh = useRef(true)

  useEffect(() => (root.current ? watchLeaving(root.current, () => setPlaying(false)) : undefined), [])

  useEffect(() => {
    if (!isPlaying) return
    return wantsStill() ? jump(drift, atMs, setMoment, setPlaying) : glide(drift, atMs, setMoment, setPlaying)
  }, [isPlaying, drift])

  async function choose(next: typeof choice): Promise<void> {
    setChoice(next)
    const mine = ++asked.current
    const { runEvening } = await import('./live.ts')
    if (mine === asked.current) setDrift(runEvening(plan, next.deadMs, next.isRepaired))
  }

  const actions = {
    onPlay() {
      if (!isPlaying && (isFresh.current || atMs >= drift.untilMs)) setMoment(0)
      isFresh.current = false
      setPlaying(!isPlaying)
    },
    onMoment(ms: number) {
      isFresh.current = false
      setPlaying(false)
      setMoment(ms)
    },
    onDead: (deadMs: number) => void choose({ ...choice, deadMs }),
    onRepair: (isRepaired: boolean) => void choose({ ...choice, isRepaired }),
  }
  return (
    <div ref={root}>
      <EveningView {...{ id, drift, atMs, isPlaying, ...choice }} {...(hydrated ? { actions } : {})} />
    </div>
  )
}

type Set<T> = (value: T) => void

/** The time runs on, frame by frame. */
function glide(
  { untilMs }: Drift,
  fromMs: number,
  setMoment: Set<number>,
  setPlaying: Set<boolean>,
): () => void {
  const start = performance.now()
  const begin = fromMs >= untilMs ? 0 : fromMs
  let frame = requestAnimationFrame(function step(now) {
    const ms = Math.min(untilMs, begin + (now - start) * speed)
    setMoment(ms)
    if (ms < untilMs) frame = requestAnimationFrame(step)
    else setPlaying(false)
  })
  return () => cancelAnimationFrame(frame)
}

/** For readers who want no motion: from one change to the next, one a second. */
function jump(
  { missing, untilMs }: Drift,
  fromMs: number,
  setMoment: Set<number>,
  setPlaying: Set<boolean>,
): () => void {
  const begin = fromMs >= untilMs ? -1 : fromMs
  const moments = [...missing.map(({ atMs }) => atMs), untilMs].filter((ms) => ms > begin)
  const timer = setInterval(() => {
    const next = moments.shift()
    if (next !== undefined) setMoment(next)
    if (moments.length === 0) setPlaying(false)
  }, 1000)
  return () => clearInterval(timer)
}
