import CellIsland from '#components/cell/island.tsx'
import { PrintedCode } from '#components/cell/printed-code.tsx'
import { stretches } from '#components/cell/syntax.ts'

interface Props {
  /** Tells one text from another: what a reader makes of a text is kept under it. */
  readonly id: string
  readonly text: string
  /** Addresses of the bench's cells.json and of what every run begins with. */
  readonly cells: string
  readonly runtime: readonly string[]
}

/** A live cell whose text was written by the bench. */
export function PlanCell({ id, text, cells, runtime }: Props) {
  return (
    <CellIsland
      lesson={`bench-${id}`}
      name="plan"
      hash={id}
      cells={cells}
      runtime={runtime}
      code={
        <pre class="cell-pre" tabIndex={0} aria-label="Code of plan">
          <code>
            <PrintedCode pieces={stretches(text.trimEnd())} />
          </code>
        </pre>
      }
      output={<p class="cell-nothing">Not run yet.</p>}
    />
  )
}
