import type { ComponentChildren } from 'preact'
import type { CellSession } from '#cells/session-port.ts'
import type { CellState } from '#sandbox/runner.ts'
import { copyRefused } from '#text/copying.ts'
import { isLong } from './long-output.ts'
import { progressWords } from './progress-words.ts'

interface Props {
  readonly name: string
  readonly isAlive: boolean
  readonly isChanged: boolean
  readonly run: CellSession
  /** What was last said about the text; empty where the state of the run is to be said. */
  readonly saying: string
  readonly say: (saying: string) => void
  readonly text: () => string
  /** The way back to the author's text. */
  readonly children: ComponentChildren
}

const stateWords: Readonly<Record<CellState, string>> = {
  idle: '',
  running: 'Running…',
  done: 'Done',
  failed: 'Failed',
  stopped: 'Stopped',
}

/** The head of a cell: what it's called, how its run stands, and its buttons. */
export function CellHead({ name, isAlive, isChanged, run, saying, say, text, children }: Props) {
  const { state, progress, items } = run.view.value
  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(text())
      say('Copied.')
    } catch {
      say(copyRefused())
    }
  }
  return (
    <div class="cell-head">
      <span class="cell-name">{name}.ts</span>
      {isChanged && <span class="tag mark">changed</span>}
      <span class={`cell-state ${state}`} role="status">
        {saying || stateWords[state]}
        {saying === '' && state !== 'running' && isLong(items) && (
          <span class="visually-hidden">. The output has {items!.length} lines.</span>
        )}
      </span>
      {progress !== undefined && (
        <span class="soft" data-progress>
          {progressWords(progress)}
        </span>
      )}
      <span class="cell-buttons">
        <button class="button quiet" type="button" disabled={!isAlive} onClick={() => void copy()}>
          Copy
        </button>
        {!isChanged && children}
        <button class="button" type="button" disabled={state !== 'running'} onClick={run.stop}>
          Stop
        </button>
        <button
          class="button main"
          type="button"
          data-run
          disabled={!isAlive}
          onClick={() => {
            say('')
            void run.start()
          }}
        >
          Run
        </button>
      </span>
    </div>
  )
}
