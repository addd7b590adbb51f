import type { ComponentType } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { shortHash } from '#text/fnv.ts'
import type { PlayedRun } from './run-service.ts'
import type { DistantRunService } from './protocol.ts'

/** A live cell that begins with a text; `id` tells one text from another. */
export type CodeCell = ComponentType<{ readonly id: string; readonly text: string }>

interface Props {
  readonly played: PlayedRun
  readonly service: DistantRunService
  readonly loadCell: (() => Promise<CodeCell>) | undefined
}

/** The plan as the code that makes it again, in a live cell. */
export function CodePanel({ played, service, loadCell }: Props) {
  const [shown, setShown] = useState<{ readonly id: string; readonly text: string }>()
  const [say, setSay] = useState('')
  const [Cell, setCell] = useState<{ readonly View: CodeCell }>()
  useEffect(() => {
    let isOld = false
    void service.code(played.plan).then((answer) => {
      if (isOld) return
      if (answer.ok) setShown({ id: shortHash(answer.value), text: answer.value })
      setSay(answer.ok ? '' : answer.message)
    })
    return () => void (isOld = true)
  }, [played])
  useEffect(() => {
    void loadCell?.().then(
      (View) => setCell({ View }),
      () => setSay('The live cell couldn’t be loaded. You can still copy the code.'),
    )
  }, [])

  return (
    <section class="bench-panel bench-code" aria-labelledby="bench-code">
      <h3 id="bench-code">This run as code</h3>
      <p class="soft">
        The same plan as code: run it here, change it, or copy it. Your changes don’t touch the run above.
      </p>
      {say !== '' && <p role="status">{say}</p>}
      {shown !== undefined &&
        (Cell === undefined ? (
          <pre tabIndex={0} aria-label="Code" class="bench-source">
            {shown.text}
          </pre>
        ) : (
          <Cell.View key={shown.id} id={shown.id} text={shown.text} />
        ))}
    </section>
  )
}
