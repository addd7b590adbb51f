import type { ComponentChildren, RefObject } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import type { Edit } from '#engine'
import { axisOf } from '#figures/cluster/axis.ts'
import { sweep } from '#figures/cluster/sweep.ts'
import { useView } from '#figures/cluster/use-view.ts'
import { ClusterView } from '#figures/cluster/view.tsx'
import { InTurn } from '#figures/in-turn.tsx'
import { wantsStill, watchLeaving } from '#figures/motion.ts'
import { type Deeds, messageChoices, nodeChoices } from './choices.ts'
import type { PlayedRun } from './run-service.ts'
import type { Held } from './tool.ts'
import { Knows } from './knows.tsx'
import { type Pressed, pressedAt } from '#figures/cluster/pressed.ts'
import { PressMenu } from './press-menu.tsx'
import { type Action, type Branch, canUndo, type Session, stepsTaken } from './session.ts'
import { Transport } from './transport.tsx'

interface Props {
  readonly id: string
  readonly branch: Branch<PlayedRun>
  readonly session: Session<PlayedRun>
  readonly dispatch: (action: Action<PlayedRun>) => void
  readonly held: Held
  readonly onHold: (held: Held) => void
  /** Changes the run after event `at`; after the one that is shown when it's left out. */
  readonly onEdit: (edit: Edit, at?: number) => void
  /** Between words and log. */
  readonly children?: ComponentChildren
  /** What changes the run: beside the picture where there is room. */
  readonly side: ComponentChildren
}

/** What was pressed, and where. */
interface Menu {
  readonly kind: 'node' | 'message'
  readonly id: string
  readonly pressed: Pressed
}

const pixelsPerMs = 0.1
const shortestMs = 180
const longestMs = 1000
/** How long a step is looked at that moves the playhead nowhere. */
const dwellMs = 420

/** The picture of the run that is shown, and what plays it. */
export function Stage({ id, branch, session, dispatch, held, onHold, onEdit, children, side }: Props) {
  const pressed = useRef<Pressed>({ x: 0, y: 0, opener: undefined })
  const [menu, setMenu] = useState<Menu>()
  const [known, setKnown] = useState<string>()
  const root = useRef<HTMLDivElement>(null)
  const { outline } = branch.played
  const { room, view } = useView(root, outline, branch.at)

  usePlay(root, { branch, session, dispatch, room })

  const undone = canUndo(session) ? branch.name : undefined
  const deeds: Deeds = {
    edit: onEdit,
    seek: (index) => dispatch({ type: 'seek', index }),
    know: setKnown,
    open: (message) => onHold({ ...held, message }),
    ask: branch.played.traits.operations.length === 0 ? undefined : (node) => askOf(node),
    undo: undone === undefined ? undefined : { name: undone, go: () => dispatch({ type: 'undo' }) },
  }

  function askOf(node: string): void {
    onHold({ ...held, tool: 'ask', node })
    document.getElementById('bench-hand')?.dispatchEvent(new CustomEvent('bench:open', { bubbles: true }))
  }

  return (
    <div class="bench-two" ref={root} onClickCapture={(event) => (pressed.current = pressedAt(event))}>
      <ClusterView
        id={id}
        outline={outline}
        at={branch.at}
        lit={session.lit}
        room={room}
        view={view}
        isPlaying={session.isPlaying}
        isFresh
        picked={held.message}
        onPickNode={(node) => {
          onHold({ ...held, tool: 'node', node })
          setMenu({ kind: 'node', id: node, pressed: pressed.current })
        }}
        onPickMessage={(message) => {
          onHold(
            message === undefined || message === held.message
              ? { ...held, message: undefined }
              : { ...held, tool: 'message', message },
          )
          if (message !== undefined && message !== held.message)
            setMenu({ kind: 'message', id: message, pressed: pressed.current })
        }}
        onPickMoment={(index) => dispatch({ type: 'seek', index })}
        controls={<Transport session={session} dispatch={dispatch} />}
      >
        {known !== undefined && <Knows branch={branch} node={known} onClose={() => setKnown(undefined)} />}
        <InTurn>{children}</InTurn>
      </ClusterView>
      <div class="bench-panels">
        <InTurn>{side}</InTurn>
      </div>
      {menu !== undefined && (
        <Menus menu={menu} branch={branch} deeds={deeds} onClose={() => setMenu(undefined)} />
      )}
    </div>
  )
}

interface MenusProps {
  readonly menu: Menu
  readonly branch: Branch<PlayedRun>
  readonly deeds: Deeds
  readonly onClose: () => void
}

function Menus({ menu: { kind, id, pressed }, branch, deeds, onClose }: MenusProps) {
  if (kind === 'node') {
    const choices = nodeChoices(branch, id, deeds)
    return <PressMenu about={id} pressed={pressed} choices={choices} onClose={onClose} />
  }
  const message = branch.played.outline.messages.find(({ key }) => key === id)
  if (message === undefined) return null
  return (
    <PressMenu
      about={`${message.called}, ${message.from} to ${message.to}`}
      pressed={pressed}
      choices={messageChoices(branch, message, deeds)}
      onClose={onClose}
    />
  )
}

interface Play extends Pick<Props, 'branch' | 'session' | 'dispatch'> {
  readonly room: number
}

/** Plays step after step while the session does, and stops when the picture leaves the window. */
function usePlay(root: RefObject<HTMLElement>, { branch, session, dispatch, room }: Play): void {
  const { outline } = branch.played
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
}
