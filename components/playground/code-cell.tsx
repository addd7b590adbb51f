import type { ComponentChildren } from 'preact'
import CellIsland from '#components/cell/island.tsx'
import { PrintedCode } from '#components/cell/printed-code.tsx'
import { useStretches } from '#components/cell/use-stretches.ts'
import { shortHash } from '#text/fnv.ts'
import type { Replays } from '#sandbox/draw-run.ts'

interface Props {
  /** The name under which what the reader makes of it is kept. */
  readonly lesson: string
  readonly name: string
  readonly beginning: string
  readonly addresses: CodeAddresses
  readonly isForeign: boolean
  readonly plans?: Replays | undefined
  readonly children?: ComponentChildren
}

/** What every cell of the page needs to run. */
export interface CodeAddresses {
  readonly cells: string
  readonly runtime: readonly string[]
}

/** A live cell whose text came from the reader, or from another person who shared it. */
export function CodeCell({ lesson, name, beginning, addresses, isForeign, plans }: Props) {
  const pieces = useStretches(beginning.trimEnd())
  return (
    <CellIsland
      lesson={lesson}
      name={name}
      hash={shortHash(beginning)}
      cells={addresses.cells}
      runtime={addresses.runtime}
      isForeign={isForeign}
      plans={plans}
      code={
        <pre class="cell-pre" tabIndex={0} aria-label={`Code of ${name}`}>
          <code>
            <PrintedCode pieces={pieces} />
          </code>
        </pre>
      }
      output={<p class="cell-nothing">Not run yet.</p>}
    />
  )
}
