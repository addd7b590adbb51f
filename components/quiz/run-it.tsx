import type { ComponentType } from 'preact'
import { useState } from 'preact/hooks'
import type { KeyRun } from '#learning/question-file.ts'

/** The way to the program that computed an answer: opened below the question, or shown where the page has it already. */
export function RunIt(run: KeyRun) {
  const [Cell, setCell] = useState<{ readonly View: ComponentType<KeyRun> }>()

  async function open(event: MouseEvent): Promise<void> {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    if (Cell !== undefined) return setCell(undefined)
    const here = document.querySelector(`[data-cell="${CSS.escape(run.cell)}"]`)
    if (here !== null) return show(here)
    try {
      const { KeyCell: View } = await import('./key-cell.tsx')
      setCell({ View })
    } catch {
      location.href = run.href
    }
  }

  return (
    <>
      <a href={run.href} aria-expanded={Cell !== undefined} onClick={(event) => void open(event)}>
        {Cell === undefined ? 'Run it' : 'Close the code'}
      </a>
      {Cell !== undefined && (
        <div class="run-it">
          <Cell.View {...run} />
        </div>
      )}
    </>
  )
}

/** Unfolds what lies around a cell, and takes the reader to its Run. */
function show(cell: Element): void {
  for (
    let fold = cell.closest('details');
    fold !== null;
    fold = fold.parentElement?.closest('details') ?? null
  )
    fold.open = true
  cell.scrollIntoView({ block: 'start' })
  cell.querySelector<HTMLElement>('[data-run]')?.focus({ preventScroll: true })
}
