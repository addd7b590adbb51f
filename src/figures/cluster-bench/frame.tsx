import type { ComponentChildren, HTMLAttributes } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { Act } from '#figures/controls/act.tsx'
import { Toolbox } from './toolbox.tsx'
import { KeyMap } from './key-map.tsx'
import { onKey } from './keys.ts'
import { canRedo, canUndo, present } from './session.ts'
import { Stage } from './stage.tsx'
import type { Held, Tool } from './tool.ts'
import type { BenchState } from './use-bench.ts'

interface Props {
  readonly id: string
  readonly bench: BenchState
  /** What the reader has in hand at first. */
  readonly tool: Tool
  /** The bench's own attributes: its class, its label, what its link is. */
  readonly root?: HTMLAttributes<HTMLDivElement> & { readonly 'data-fragment'?: string | undefined }
  readonly title: ComponentChildren
  /** Beside Undo and Redo: what comes before them, and what after. */
  readonly before?: ComponentChildren
  readonly after?: ComponentChildren
  /** What is said, and the panels that are open, above the picture. */
  readonly above?: ComponentChildren
  /** Below what changes the run, beside the picture where there is room. */
  readonly side?: ComponentChildren
  /** Between words and log. */
  readonly below?: ComponentChildren
  /** Stands until the first run is there. */
  readonly children?: ComponentChildren
}

/** What every bench looks like and how it's worked, wherever its plans are played: a run, what changes it, and Undo. */
export function BenchFrame(props: Props) {
  const { id, bench, tool, root, title, before, after, above, side, below, children } = props
  const { session, dispatch, edit } = bench
  const [held, setHeld] = useState<Held>({ tool, node: undefined, message: undefined })
  const branch = present(session)

  // What was pressed may be gone with the run it belonged to: who works by keys goes on from the tools.
  useEffect(() => {
    const isLost = document.activeElement === document.body || document.activeElement === null
    if (isLost && session.branches.length > 1)
      document.getElementById('bench-hand')?.focus({ preventScroll: true })
  }, [branch?.id])

  return (
    <div
      class="bench-root"
      data-hash={branch?.played.outline.hash}
      data-busy={bench.isBusy ? '' : undefined}
      onKeyDown={(event) => onKey(event, session, dispatch)}
      {...root}
    >
      <header>
        {title}
        <div class="controls">
          {before}
          <Act can={canUndo(session)} onAct={() => dispatch({ type: 'undo' })}>
            Undo
          </Act>
          <Act can={canRedo(session)} onAct={() => dispatch({ type: 'redo' })}>
            Redo
          </Act>
          {after}
        </div>
      </header>
      {above}
      {branch === undefined ? (
        children
      ) : (
        <Stage
          id={id}
          branch={branch}
          session={session}
          dispatch={dispatch}
          held={held}
          onHold={setHeld}
          onEdit={(change, at) => void edit(change, 0, at)}
          side={
            <>
              <Toolbox
                branch={branch}
                held={held}
                onHold={setHeld}
                onSeek={(index) => dispatch({ type: 'seek', index })}
                onEdit={(change, waitMs, at) => void edit(change, waitMs, at)}
              />
              {side}
            </>
          }
        >
          {below}
          <KeyMap />
        </Stage>
      )}
    </div>
  )
}
