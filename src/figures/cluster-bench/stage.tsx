import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { axisOf } from '#figures/cluster/axis.ts'
import { sweep } from '#figures/cluster/sweep.ts'
import { useView } from '#figures/cluster/use-view.ts'
import { ClusterView } from '#figures/cluster/view.tsx'
import { wantsStill, watchLeaving } from '#figures/motion.ts'
import type { PlayedRun } from './desk.ts'
import type { Held } from './tool.ts'
import { type Action, type Branch, type Session, stepsTaken } from './session.ts'
import { Transport } from './transport.tsx'

interface Props {
  readonly id: string
  readonly branch: Branch<PlayedRun>
  readonly session: Session<PlayedRun>
  readonly dispatch: (action: Action<PlayedRun>) => void
  readonly held: Held
  readonly onHold: (held: Held) => void
  readonly children?: ComponentChildren
}

const pixelsPerMs = 0.1
const shortestMs = 180
const longestMs = 1000
/** How long a step is looked at that moves the playhead nowhere. */
const dwellMs = 420

/** The picture of the run that is shown, and what plays it. */
export function Stage({ id, branch, session, dispatch, held, onHold, children }: Props) {
  const root = useRef<HTMLDivElement>(null)
  const { outline } = branch.played
  const { room, view } = useView(root, outline, branch.at)

  useEffect(() => {
    if (!session.isPlaying || root.current === null) return undefined
    const axis = axisOf(outline, room)
    const taken = stepsTaken(branch)
    const next = outline.steps[taken]
    if (next === undefined) return dispatch({ type: 'pause' })
    const step = () => dispatch({ type: 'step' })
    const distance = axis.x(next.at) - axis.x(outline.steps[taken - 1]?.at ?? 0)
    if (wantsStill() || distance === 0) {
      const timer = setTimeout(step, dwellMs / session.speed)
      return () => clearTimeout(timer)
    }
    const duration = Math.min(longestMs, Math.max(shortestMs, distance / pixelsPerMs)) / session.speed
    return sweep(root.current, distance, duration, step)
  }, [session.isPlaying, session.speed, branch.id, branch.at])

  useEffect(
    () => (root.current ? watchLeaving(root.current, () => dispatch({ type: 'pause' })) : undefined),
    [],
  )

  return (
    <div ref={root}>
      <ClusterView
        id={id}
        outline={outline}
        at={branch.at}
        lit={session.lit}
        room={room}
        view={view}
        isPlaying={session.isPlaying}
        picked={held.message}
        onPickNode={(node) => onHold({ ...held, tool: 'node', node })}
        onPickMessage={(message) =>
          onHold(
            message === undefined || message === held.message
              ? { ...held, message: undefined }
              : { ...held, tool: 'message', message },
          )
        }
        onPickMoment={(index) => dispatch({ type: 'seek', index })}
        controls={<Transport session={session} dispatch={dispatch} />}
      >
        {children}
      </ClusterView>
    </div>
  )
}
