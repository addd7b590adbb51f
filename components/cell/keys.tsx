import type { ComponentChildren } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { shortcutOf, type ToolName, tools } from './tools.ts'

interface Props {
  readonly isOpen: boolean
  /** True when Tab leaves the editor. */
  readonly tabLeaves: boolean
  /** What's wrong at the cursor; it stands where the keys are told, so that nothing moves. */
  readonly problem: string
  /** What Ctrl-Enter does with the text: a challenge's is checked. */
  readonly does?: 'runs' | 'checks'
  onUse(tool: ToolName): void
}

/** What the keys do, told under the code: all lines lie in one place, so that going in moves nothing. */
export function Keys({ isOpen, tabLeaves, problem, does = 'runs', onUse }: Props) {
  const [isAll, setAll] = useState(false)
  return (
    <>
      <div class="cell-keys">
        <Line class={isOpen ? 'by-touch' : 'by-touch idle'} isAway={isOpen && problem !== ''}>
          {isOpen ? touchWords[does] : 'Tap the code to change it.'}
        </Line>
        <Line class="by-key idle" isAway={isOpen}>
          Click the code, or press Enter on it, to change it. <kbd>Ctrl</kbd> <kbd>Enter</kbd> {does} it.
        </Line>
        <Line class="by-key" isAway={!isOpen || problem !== ''}>
          <kbd>Ctrl</kbd> <kbd>Enter</kbd> {does}.{' '}
          {tabLeaves ? (
            <>
              <kbd>Tab</kbd> leaves until you type.
            </>
          ) : (
            <>
              <kbd>Tab</kbd> indents; <kbd>Esc</kbd> then <kbd>Tab</kbd> leaves.
            </>
          )}{' '}
          <kbd>Ctrl</kbd> <kbd>Space</kbd> completes.
        </Line>
        <p class="cell-problem" role="status" tabIndex={problem === '' ? -1 : 0}>
          {problem}
        </p>
        <button
          class={isOpen ? 'cell-all-keys' : 'cell-all-keys away'}
          type="button"
          aria-expanded={isAll}
          onClick={() => setAll((known) => !known)}
        >
          Keys and tools
        </button>
      </div>
      {isOpen && isAll && <Tools onUse={onUse} />}
    </>
  )
}

const touchWords = { runs: 'Run runs what you changed.', checks: 'Check judges what you changed.' } as const

interface LineProps {
  readonly class: string
  readonly isAway?: boolean
  readonly children: ComponentChildren
}

function Line({ class: name, isAway = false, children }: LineProps) {
  return (
    <p class={`${name}${isAway ? ' away' : ''}`} aria-hidden={isAway || undefined}>
      {children}
    </p>
  )
}

/** Every tool as a button with its key beside it: fingers have no keys, and nobody knows all of them. */
function Tools({ onUse }: Pick<Props, 'onUse'>) {
  const [isMac, setMac] = useState(false)
  useEffect(() => setMac(/Mac|iPhone|iPad/.test(navigator.platform)), [])
  return (
    <div class="cell-tools" role="group" aria-label="What the editor can do">
      {tools.map((tool) => (
        <span key={tool.name}>
          <button class="button quiet" type="button" onClick={() => onUse(tool.name)}>
            {tool.words}
          </button>{' '}
          {shortcutOf(tool, isMac).map((key) => (
            <kbd key={key}>{key}</kbd>
          ))}
        </span>
      ))}
      <p>
        <kbd>Alt</kbd> and a click sets another cursor; <kbd>{isMac ? 'Cmd' : 'Ctrl'}</kbd> and a click goes
        to a definition. <kbd>{isMac ? 'Shift' : 'Ctrl'}</kbd> {isMac && <kbd>Alt</kbd>} <kbd>M</kbd> switches
        what <kbd>Tab</kbd> does. A comment <code>// ^?</code> is answered with the type above its mark.
      </p>
    </div>
  )
}
