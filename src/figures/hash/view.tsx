import { counted, utf8Length } from '#figures/quantity.ts'
import { Bits } from './bits.tsx'
import { type Comparison, compareTexts } from './compare.ts'

interface Props {
  readonly id: string
  readonly before: string
  readonly after: string
  readonly onBefore?: ((text: string) => void) | undefined
  readonly onAfter?: ((text: string) => void) | undefined
}

/** Two texts, their digests, and every bit that flipped. */
export function HashView({ id, before, after, onBefore, onAfter }: Props) {
  const comparisons = compareTexts(before, after)
  return (
    <div class="hash">
      <div class="hash-texts">
        <TextField id={`${id}-before`} label="This text" value={before} onInput={onBefore} />
        <TextField id={`${id}-after`} label="And this one" value={after} onInput={onAfter} />
      </div>
      {comparisons.map((comparison) => (
        <section class="hash-algorithm" key={comparison.algorithm} data-algorithm={comparison.algorithm}>
          <h4 class="hash-name">{comparison.algorithm}</h4>
          <p class="hash-count">
            <b>{comparison.flipped.length}</b> of {comparison.bits} bits differ
          </p>
          <div class="hash-digests">
            <HexDigits digits={comparison.before} other={comparison.after} />
            <HexDigits digits={comparison.after} other={comparison.before} />
          </div>
          <Bits bits={comparison.bits} flipped={comparison.flipped} />
        </section>
      ))}
      <p class="hash-key">
        <span>
          <svg viewBox="0 0 10 10" aria-hidden="true">
            <path class="bits-flipped" d="M1 1h8v8h-8z" />
          </svg>
          filled: this bit flipped
        </span>
        <span>
          <svg viewBox="0 0 10 10" aria-hidden="true">
            <path class="bits-kept" d="M5 5h0" />
          </svg>
          dot: this bit stayed
        </span>
        <span class="hex">
          <mark>f</mark>
        </span>
        <span>underlined: this digit differs</span>
      </p>
      <p class="hash-said" role="status">
        {inWords(before, after, comparisons)}
      </p>
      <details class="fold hash-log">
        <summary>Text version: the bits that flipped</summary>
        {comparisons.map(({ algorithm, flipped }) => (
          <p key={algorithm} data-positions={algorithm}>
            {algorithm}, counted from the first bit, 0: {flipped.length === 0 ? 'none' : flipped.join(', ')}.
          </p>
        ))}
      </details>
    </div>
  )
}

function TextField(props: {
  id: string
  label: string
  value: string
  onInput?: ((text: string) => void) | undefined
}) {
  const { id, label, value, onInput } = props
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        id={id}
        type="text"
        value={value}
        autocomplete="off"
        autocapitalize="off"
        spellcheck={false}
        readOnly={onInput === undefined}
        onInput={(event) => onInput?.(event.currentTarget.value)}
      />
      <span class="hint">{counted(utf8Length(value), 'byte')}</span>
    </div>
  )
}

/** A digest in groups of eight digits; those that differ from the other digest's are marked. */
export function HexDigits({ digits, other }: { digits: string; other: string }) {
  const groups = digits.match(/.{1,8}/g) ?? []
  return (
    <code class="hex">
      {groups.map((group, at) => (
        <span class="hex-group" key={at}>
          {runsOf(group, other.slice(at * 8)).map(({ text, differs }, run) =>
            differs ? <mark key={run}>{text}</mark> : <span key={run}>{text}</span>,
          )}
        </span>
      ))}
    </code>
  )
}

function runsOf(digits: string, other: string): readonly { text: string; differs: boolean }[] {
  const runs: { text: string; differs: boolean }[] = []
  for (const [index, digit] of [...digits].entries()) {
    const differs = digit !== other[index]
    const last = runs.at(-1)
    if (last?.differs === differs) last.text += digit
    else runs.push({ text: digit, differs })
  }
  return runs
}

function inWords(before: string, after: string, comparisons: readonly Comparison[]): string {
  if (before === after) return 'The same text, so the same hash, bit for bit.'
  const counts = comparisons.map(
    ({ algorithm, bits, flipped }) =>
      `${flipped.length} of ${bits} bits of ${algorithm} (${Math.round((flipped.length / bits) * 100)}%)`,
  )
  return `A different text has a different hash: ${counts.join(', ')}. The hash is the same length, however long the text.`
}
