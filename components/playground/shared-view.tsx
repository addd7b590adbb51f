import { useEffect, useState } from 'preact/hooks'
import { DiffView } from '#components/cell/diff-view.tsx'
import { shortHash } from '#text/fnv.ts'
import type { SharedCell, SharedCode } from '#links/code-link.ts'
import { CodeCell, type CodeAddresses } from './code-cell.tsx'
import { lessonCells } from './lesson-cells.ts'

interface Props {
  readonly code: SharedCode
  readonly addresses: CodeAddresses
  /** The reader's own cell of this name, to compare with where the sender names no lesson. */
  readonly own: (name: string) => string | undefined
  readonly onKeep: () => void
  readonly onClose: () => void
}

/** Code that another person shared: to be read, compared and run, beside the reader's own and never in its place. */
export function SharedView({ code, addresses, own, onKeep, onClose }: Props) {
  const lesson = `shared-${shortHash(JSON.stringify(code.cells))}`
  const cells = [...code.cells].sort(
    (one, other) => Number(other.name === code.first) - Number(one.name === code.first),
  )
  const hidden = cells.reduce((sum, { text }) => sum + countHidden(text), 0)
  const count = Object.keys(code.plans ?? {}).length
  return (
    <section class="playground-shared box" aria-labelledby="playground-shared" data-shared>
      <h2 id="playground-shared" tabIndex={-1}>
        Shared code{code.title !== '' && <bdi>: {code.title}</bdi>}
      </h2>
      <p>
        You opened this from a link or a file. None of it has run, and your own cells are as they were. It
        runs in the sandbox, without network, when you press Run.
      </p>
      {count > 0 && (
        <p>
          {count === 1 ? 'A run' : `${count} runs`} of the first cell come with a plan that the sender
          changed: Run plays that plan.
        </p>
      )}
      {hidden > 0 && (
        <p class="playground-notice trouble" role="alert">
          This code holds {hidden} invisible characters that can make it look like something it isn’t. Read it
          with care.
        </p>
      )}
      <p class="playground-row">
        <button type="button" class="button main" onClick={onKeep}>
          Keep it in my cells
        </button>
        <button type="button" class="button" onClick={onClose}>
          Close it
        </button>
      </p>
      {cells.map((cell) => (
        <div key={cell.name}>
          <Difference cell={cell} own={own(cell.name)} />
          <CodeCell
            lesson={lesson}
            name={cell.name}
            beginning={cell.text}
            addresses={addresses}
            isForeign
            plans={cell.name === code.first ? code.plans : undefined}
          />
        </div>
      ))}
    </section>
  )
}

/** What differs from the lesson's cell that it was made from, or from the reader's own of the same name. */
function Difference({
  cell: { name, text, from },
  own,
}: {
  readonly cell: SharedCell
  readonly own: string | undefined
}) {
  const [original, setOriginal] = useState<string>()
  useEffect(() => {
    if (from !== undefined)
      lessonCells(from).then(
        (cells) => setOriginal(cells?.[0]?.beginning),
        () => undefined,
      )
  }, [from])
  const before = original ?? own
  if (before === undefined) return null
  const whose = original === undefined ? 'your own cell of this name' : `the lesson’s cell ${from}`
  if (before.trimEnd() === text.trimEnd())
    return (
      <p class="soft">
        {name} is the same as {whose}.
      </p>
    )
  return (
    <details class="fold" open data-difference>
      <summary>
        How {name} differs from {whose}
      </summary>
      <DiffView before={before.trimEnd()} after={text.trimEnd()} />
    </details>
  )
}

/** Characters that turn text around, or take no room at all. */
function countHidden(text: string): number {
  return (
    text.match(/[\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/g)?.length ?? 0
  )
}
