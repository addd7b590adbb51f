import { Act } from '#figures/controls/act.tsx'
import { HexDigits } from '#figures/hash/view.tsx'
import { behindIt, hashBits, huntInWords, printedHash, type Try } from './hunt.ts'

interface Props {
  readonly id: string
  readonly tries: readonly Try[]
  readonly onTry?: ((text: string) => void) | undefined
}

/** The hash that the notes print, the tries, and how far each was off. */
export function HuntView({ id, tries, onTry }: Props) {
  const found = tries.some(({ bitsOff }) => bitsOff === 0)
  const last = tries.at(-1)
  const submit = (event: Event) => {
    event.preventDefault()
    const field = (event.currentTarget as HTMLFormElement).elements.namedItem('text')
    if (!(field instanceof HTMLInputElement)) return
    onTry?.(field.value)
    field.select()
  }
  return (
    <div class="hunt" data-found={String(found)}>
      <div class="hunt-hash">
        <span class="hunt-label">Printed</span>
        <span class="hunt-printed">
          <HexDigits digits={printedHash} other={last?.digest ?? printedHash} />
        </span>
        {last && (
          <>
            <span class="hunt-label">Your try</span>
            <span>
              <HexDigits digits={last.digest} other={printedHash} />
            </span>
          </>
        )}
      </div>
      <form class="hunt-form" onSubmit={submit}>
        <label for={`${id}-text`}>Which text is it?</label>
        <input
          id={`${id}-text`}
          name="text"
          type="text"
          defaultValue="Hello World"
          autocomplete="off"
          autocapitalize="off"
          spellcheck={false}
          readOnly={onTry === undefined}
        />
        <button type="submit" class="button main" disabled={onTry === undefined}>
          Hash it
        </button>
        <Act alive={onTry !== undefined} can={!found} onAct={() => onTry?.(behindIt)}>
          Tell me
        </Act>
      </form>
      <Distances tries={tries} />
      <p class="hunt-said" role="status">
        {huntInWords(tries)}
      </p>
      <details class="fold hunt-log">
        <summary>Text version: your tries ({tries.length})</summary>
        <ol>
          {tries.map(({ text, digest, bitsOff }) => (
            <li key={text} data-off={bitsOff}>
              “{text}” <code>{digest.slice(0, 12)}…</code> {bitsOff} of {hashBits} bits off
            </li>
          ))}
        </ol>
      </details>
    </div>
  )
}

/** Every try on a line from 0 bits off to all of them. */
function Distances({ tries }: { tries: readonly Try[] }) {
  const last = tries.at(-1)
  return (
    <div class="hunt-distances">
      <svg viewBox="0 0 1000 60" preserveAspectRatio="none" aria-hidden="true" data-tries={tries.length}>
        <path class="hunt-axis" d="M0 58H1000" />
        <path class="hunt-half" d="M500 0V58" />
        {tries.map(({ text, bitsOff }) => {
          const x = (bitsOff / hashBits) * 1000
          return (
            <path
              key={text}
              class={text === last?.text ? 'hunt-try hunt-last' : 'hunt-try'}
              d={`M${x} 14V58`}
            />
          )
        })}
      </svg>
      <span class="hunt-zero">0 bits off: found</span>
      <span class="hunt-middle">{hashBits / 2}</span>
      <span class="hunt-all">{hashBits}</span>
    </div>
  )
}
