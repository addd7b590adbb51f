import { useState } from 'preact/hooks'
import { PrintedCode } from '#components/cell/printed-code.tsx'
import type { Stretch } from '#components/cell/syntax.ts'

interface Props {
  readonly hints: readonly string[]
  /** Left out where nobody knows a solution. */
  readonly loadSolution: (() => Promise<string>) | undefined
  readonly onTake: (solution: string) => void
}

interface Solution {
  readonly text: string
  readonly pieces: readonly Stretch[]
}

/** Help, one step at a time; the solution stands behind a button of its own. */
export function Hints({ hints, loadSolution, onTake }: Props) {
  const [open, setOpen] = useState(0)
  const [solution, setSolution] = useState<Solution>()
  const [say, setSay] = useState('')

  async function show(): Promise<void> {
    if (solution !== undefined) return setSolution(undefined)
    if (loadSolution === undefined) return
    try {
      // The editor's grammar colours it: 85 KB, and only for those who look.
      const [text, { stretches }] = await Promise.all([loadSolution(), import('#components/cell/syntax.ts')])
      setSolution({ text, pieces: stretches(text) })
      setSay('')
    } catch {
      setSay('The solution couldn’t be loaded. Are you offline? Try again.')
    }
  }

  if (hints.length === 0 && loadSolution === undefined) return null
  return (
    <div class="challenge-help">
      <ol class="challenge-hints" aria-live="polite" aria-label="Hints">
        {hints.slice(0, open).map((hint, index) => (
          <li key={index} data-hint={index + 1}>
            <InlineCode text={hint} />
          </li>
        ))}
      </ol>
      <p class="challenge-row">
        {hints.length > 0 && (
          <button
            type="button"
            class="button"
            disabled={open === hints.length}
            onClick={() => setOpen(open + 1)}
          >
            {open === hints.length ? 'No more hints' : `Hint ${open + 1} of ${hints.length}`}
          </button>
        )}
        {loadSolution !== undefined && (
          <button
            type="button"
            class="button quiet"
            aria-expanded={solution !== undefined}
            onClick={() => void show()}
          >
            {solution === undefined ? 'Show the solution' : 'Hide the solution'}
          </button>
        )}
        <span role="status">{say}</span>
      </p>
      {solution !== undefined && (
        <div class="challenge-solution" data-solution>
          <pre class="cell-pre" tabIndex={0} aria-label="The solution">
            <code>
              <PrintedCode pieces={solution.pieces} />
            </code>
          </pre>
          <button type="button" class="button" onClick={() => onTake(solution.text)}>
            Put it in the editor
          </button>
        </div>
      )}
    </div>
  )
}

/** A text in which `code` stands between backticks. */
export function InlineCode({ text }: { readonly text: string }) {
  return (
    <>{text.split('`').map((part, index) => (index % 2 === 1 ? <code key={index}>{part}</code> : part))}</>
  )
}
