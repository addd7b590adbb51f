import { useEffect, useState } from 'preact/hooks'
import CellIsland from '#components/cell/island.tsx'
import { prepare } from '#cells/kit.ts'
import { PrintedCode } from '#components/cell/printed-code.tsx'
import { stretches } from '#components/cell/syntax.ts'
import type { KeyRun } from '#learning/question-file.ts'

/** A live cell with the program that computed an answer; its text is fetched when it's asked for. */
export function KeyCell({ lesson, cell, hash, cells, runtime }: KeyRun) {
  const [source, setSource] = useState<string>()
  useEffect(() => {
    prepare({ lesson, cells, runtime }).then(
      (kit) => setSource(kit.cells[cell]?.source ?? ''),
      () => setSource(''),
    )
  }, [])
  if (source === undefined) return <p class="cell-notice">Fetching the code…</p>
  if (source === '')
    return <p class="cell-notice">The code couldn’t be loaded. Are you offline? Try again.</p>
  return (
    <CellIsland
      lesson={lesson}
      name={cell}
      hash={hash}
      cells={cells}
      runtime={runtime}
      code={
        <pre class="cell-pre" tabIndex={0} aria-label={`Code of ${cell}`}>
          <code>
            <PrintedCode pieces={stretches(source)} />
          </code>
        </pre>
      }
      output={<p class="cell-nothing">Not run yet.</p>}
    />
  )
}
