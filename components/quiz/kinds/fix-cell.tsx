import { useEffect, useState } from 'preact/hooks'
import type { Checked, FixCellData } from '#learning/kinds/fix-cell.ts'
import type { KeyCell } from '../key-cell.tsx'
import type { ShownQuestion } from '../shown.ts'
import type { FormProps } from './form.ts'

/** The broken cell, to be changed and run as any other, and what the checks ask of it. */
export function FixCellFields({ data, answer, reasons, bench }: FormProps<FixCellData, Checked>) {
  const [Cell, setCell] = useState<{ readonly View: typeof KeyCell }>()
  const passed = answer !== undefined && 'passed' in answer ? answer.passed : undefined
  useEffect(() => {
    // Without it the code can still be read; the checks say that something couldn't be loaded.
    import('../key-cell.tsx').then(
      ({ KeyCell: View }) => setCell({ View }),
      () => {},
    )
  }, [])
  return (
    <div class="fix-cell">
      <ul class="checks">
        {data.checks.map(({ id, text }) => (
          <li key={id} data-check={id} data-verdict={reasons && (passed?.includes(id) ? 'right' : 'wrong')}>
            {reasons && <b>{passed?.includes(id) ? 'Passes: ' : 'Fails: '}</b>}
            {text}
          </li>
        ))}
      </ul>
      {bench &&
        (Cell === undefined ? (
          <pre class="cell-pre" tabIndex={0} aria-label={`Code of ${bench.cell.cell}`}>
            <code>{bench.source}</code>
          </pre>
        ) : (
          <Cell.View {...bench.cell} />
        ))}
    </div>
  )
}

/** Runs the checks on what the reader has written. */
export async function settleFixCell({ data, bench }: ShownQuestion): Promise<Checked> {
  if (bench === undefined) return { failed: 'This cell can’t be run here. Reload the page to try again.' }
  // What runs a cell is fetched when a reader asks for it: most pages with questions never need it.
  const { runCheck } = await import('#cells/check.ts')
  const checked = await runCheck(bench.checking, (data as FixCellData).checkedBy)
  if (!checked.ok) return { failed: `The checks didn’t finish. ${checked.message}` }
  const passed = checked.values.get('passed')
  return typeof passed === 'string'
    ? { passed: passed.split(' ') }
    : { failed: 'The checks gave no result. Don’t rename or remove the cell’s exports.' }
}
