import type { RefObject } from 'preact'
import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { RunOutline } from '#outline/types.ts'
import { useHydrated } from '#figures/hydrated.ts'
import { wantsStill, whenArrived } from '#figures/motion.ts'
import { axisOf } from './axis.ts'
import { ClusterControls } from './controls.tsx'
import { indexAt, stepAt } from './frame.ts'
import { atMsOf, moment } from './moment-event.ts'
import type { LoadMenu } from './figure-menu.ts'
import { usePlaying } from './playing.ts'
import { stopAfter, stopBefore } from './repeats.ts'
import { judgedRun, type JudgedRun } from './run.ts'
import { useView } from './use-view.ts'
import { ClusterView } from './view.tsx'
import { usePicking } from './use-picking.ts'

/** What the page gives to the figure of a run. */
export interface ClusterIslandProps {
  readonly id: string
  readonly plan: unknown
  /** The event after which the first frame stands. */
  readonly at: number
  /** The name of the check that judges the run at its end. */
  readonly check?: string | undefined
  /** Nothing after `at` may be seen yet. */
  readonly withheld?: boolean
  /** The main button plays, where the reader doesn't ask for stillness. */
  readonly play?: boolean
  /** It plays by itself once it's seen, where the reader doesn't ask for stillness. */
  readonly starts?: boolean
  /** Where the run opens with all controls: a link that has an `at=`. */
  readonly bench?: string | undefined
  /** Where it's said what the model leaves out. */
  readonly model?: string | undefined
  /** What a press on a node or a message opens. Without it a message opens at once, and a node isn't pressed. */
  readonly menu?: LoadMenu | undefined
}

/** A run in a lesson: the page runs the plan itself. */
export function ClusterIsland({ plan, check, ...rest }: ClusterIslandProps) {
  const told = useMemo(() => judgedRun(plan, check), [plan, check])
  return <ClusterFigure told={told} plan={plan} {...rest} />
}

interface FigureProps extends Omit<ClusterIslandProps, 'plan' | 'check'> {
  readonly told: JudgedRun
  /** What the run was made from, where the reader may change it in the playground. */
  readonly plan?: unknown
}

/** A run to be looked at: step back, step or play, scrub. */
export function ClusterFigure(props: FigureProps) {
  const { id, at: first, withheld = false, play = false, starts = false, bench, model } = props
  const { outline, verdict } = props.told
  const root = useRef<HTMLDivElement>(null)
  const alive = useHydrated()
  const [at, setAt] = useState(first)
  const { picked, setPicked, onPickNode, onPickMessage, onClickCapture, menu } = usePicking(props.menu)
  const last = withheld ? stepAt(outline, first) : outline.steps.length - 1
  const place = Math.min(last, stepAt(outline, at))
  const { room, view } = useView(root, outline, at)
  const go = (to: number) => setAt(indexAt(outline, Math.max(-1, Math.min(last, to))))
  const axis = axisOf(outline, room)
  const x = (step: number) => axis.x(outline.steps[step]?.at ?? 0)
  const playing = usePlaying(root, { place, last, x, go })
  const move = (to: number) => {
    playing.stop()
    go(to)
  }

  useEffect(
    () => (starts && root.current && !wantsStill() ? whenArrived(root.current, playing.toggle) : undefined),
    [],
  )
  useEffect(() => setPicked(undefined), [outline])
  const seek = (index: number) => move(stepAt(outline, index))
  useMoments(root, outline, move)

  return (
    <div
      ref={root}
      onClickCapture={onClickCapture}
      onKeyDown={(event) =>
        stepByKey(event, [stopBefore(outline, place), stopAfter(outline, place), last], move)
      }
    >
      <ClusterView
        id={id}
        outline={outline}
        at={indexAt(outline, place)}
        cover={withheld ? first : undefined}
        verdict={!withheld && place === outline.steps.length - 1 ? verdict : undefined}
        picked={picked}
        room={room}
        view={view}
        isPlaying={playing.isOn}
        onPickMoment={alive ? seek : undefined}
        onPickNode={onPickNode}
        isAsleep={!alive}
        onPickMessage={alive ? onPickMessage : undefined}
        controls={
          <ClusterControls
            place={place}
            last={last}
            open={withheld}
            alive={alive}
            playing={last > 0 ? playing : undefined}
            isFilm={play}
            onGo={move}
            next={stopAfter(outline, place)}
            before={stopBefore(outline, place)}
          />
        }
      >
        {menu !== undefined && (
          <menu.View
            asked={menu.asked}
            outline={outline}
            at={indexAt(outline, place)}
            until={indexAt(outline, last)}
            plan={withheld ? undefined : props.plan}
            onSeek={seek}
            onOpen={setPicked}
            onClose={menu.close}
          />
        )}
        {!withheld && <Links bench={bench} model={model} at={indexAt(outline, place)} />}
      </ClusterView>
    </div>
  )
}

/** The ways on from a figure: its run in the playground at the moment that is shown, and what the model leaves out. */
function Links({ bench, model, at }: Pick<FigureProps, 'bench' | 'model' | 'at'>) {
  if ((bench ?? model) === undefined) return null
  return (
    <p class="cluster-links">
      {bench !== undefined && <a href={bench.replace(/&at=-?\d+/, `&at=${at}`)}>Open in the playground</a>}
      {model !== undefined && <a href={model}>What this model leaves out</a>}
    </p>
  )
}

/** Goes to the moments that other parts of the page ask for. */
function useMoments(
  root: RefObject<HTMLElement>,
  { steps }: RunOutline,
  move: (place: number) => void,
): void {
  const moveTo = useRef(move)
  moveTo.current = move
  useEffect(() => {
    const figure = root.current
    const hear = (event: Event) => moveTo.current(steps.findLastIndex((step) => step.at <= atMsOf(event)))
    figure?.addEventListener(moment, hear)
    return () => figure?.removeEventListener(moment, hear)
  }, [steps])
}

/** Arrows step and Home and End go to the ends, while the drawing has the focus. The slider does so by itself. */
function stepByKey(
  event: KeyboardEvent,
  [before, next, last]: readonly [number, number, number],
  go: (place: number) => void,
): void {
  if (!(event.target as Element).matches('.cluster-scroll') || event.ctrlKey || event.metaKey || event.altKey)
    return
  const to = { ArrowRight: next, ArrowLeft: before, Home: -1, End: last }[event.key]
  if (to === undefined) return
  event.preventDefault()
  go(to)
}
