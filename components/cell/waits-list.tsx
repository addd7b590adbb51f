import type { SeenWait, Wait } from '#sandbox/items.ts'
import { useRef } from 'preact/hooks'
import { waitWords } from './assist/wait-words.ts'

interface Props {
  readonly waits: readonly SeenWait[]
  /** Shows one of a line's waits. */
  onFollow(wait: Wait, place: number, of: number): void
}

/** The waits beside the lines of the editor once more, in a list: for the keyboard, and for a reader who hears the page. */
export function WaitsList({ waits, onFollow }: Props) {
  const next = useRef(new Map<number, number>())
  if (waits.length === 0) return null
  const go = ({ line, all }: SeenWait) => {
    const place = (next.current.get(line) ?? 0) % all.length
    next.current.set(line, place + 1)
    onFollow(all[place]!, place + 1, all.length)
  }
  return (
    <details class="cell-waits" data-waits>
      <summary>Where this run waited</summary>
      <ul>
        {waits.map((site) => (
          <li key={site.line}>
            Line {site.line}: {waitWords(site)}{' '}
            <button class="button quiet" type="button" onClick={() => go(site)}>
              {site.all.length === 1 ? 'Go to it' : 'Go to the next'}
              <span class="visually-hidden"> wait of line {site.line}</span>
            </button>
          </li>
        ))}
      </ul>
    </details>
  )
}
