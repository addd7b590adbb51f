import { foldsOf, type Fold } from '#sandbox/folds.ts'

/** A piece of code with its class; an empty class for what has none. */
interface Piece {
  readonly text: string
  readonly className: string
}

interface Props {
  /** The code cut into pieces, line breaks included: joined, they're the code. */
  readonly pieces: readonly Piece[]
  /** The lines, from 1, that something to try is about. */
  readonly trying?: readonly number[]
}

/**
 * The lines of a cell, numbered, its set-up and plumbing folded away. Joined, the text is the code to the sign: what
 * says how much is folded, and the numbers, are written by the stylesheet.
 */
export function PrintedCode({ pieces, trying = [] }: Props) {
  const lines = linesOf(pieces)
  const { folds } = foldsOf(pieces.map(({ text }) => text).join(''))
  const parts: (Fold | number)[] = []
  for (let line = 1; line <= lines.length; line++) {
    const fold = folds.find(({ from }) => from === line)
    parts.push(fold ?? line)
    if (fold !== undefined) line = fold.to
  }
  const printed = (line: number) => (
    <Line key={line} number={line} pieces={lines[line - 1]!} isTried={trying.includes(line)} />
  )
  return (
    <>
      {parts.map((part) =>
        typeof part === 'number' ? (
          printed(part)
        ) : (
          <details key={part.from} class="code-fold" data-from={part.from} data-to={part.to}>
            <summary aria-label={foldWords(part)} data-says={foldWords(part)} />
            {Array.from({ length: part.to - part.from + 1 }, (_, index) => printed(part.from + index))}
          </details>
        ),
      )}
    </>
  )
}

/** What stands for folded lines: "12 lines of set-up". The markers themselves aren't counted. */
export function foldWords({ kind, from, to }: Fold): string {
  const count = Math.max(0, to - from - 1)
  const lines = `${count} ${count === 1 ? 'line' : 'lines'}`
  return kind === 'setup' ? `${lines} of set-up` : `${lines} for the lesson’s text`
}

interface LineProps {
  readonly number: number
  readonly pieces: readonly Piece[]
  readonly isTried: boolean
}

function Line({ number, pieces, isTried }: LineProps) {
  return (
    <span data-line={number} data-trying={isTried ? '' : undefined}>
      {pieces.map(({ text, className }, index) =>
        className === '' ? (
          text
        ) : (
          <span key={index} class={className}>
            {text}
          </span>
        ),
      )}
    </span>
  )
}

/** The pieces line by line; each line but the last ends with its line break. */
function linesOf(pieces: readonly Piece[]): readonly (readonly Piece[])[] {
  const lines: Piece[][] = [[]]
  for (const { text, className } of pieces) {
    const [first = '', ...rest] = text.split(/(?<=\n)/)
    let open = first
    for (const next of [...rest, undefined]) {
      if (open !== '') lines.at(-1)!.push({ text: open, className })
      if (open.endsWith('\n')) lines.push([])
      if (next === undefined) break
      open = next
    }
  }
  if (lines.at(-1)!.length === 0 && lines.length > 1) lines.pop()
  return lines
}
