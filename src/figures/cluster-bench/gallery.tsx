import { useId, useState } from 'preact/hooks'

/** A plan that is kept in the site, as the gallery offers it. The plan itself is fetched when it's chosen. */
export interface KeptName {
  readonly id: string
  /** Where it is from, for people: "Lesson 2". */
  readonly group: string
  readonly name: string
  readonly shows: string
  /** The first sentence of what it shows. */
  readonly title: string
  /** What happens in it: "clock", "cut", "delete" ... */
  readonly tags: readonly string[]
  /** Left out where the run takes long. */
  readonly picture?: PlanPicture
}

/** A run as a small picture of 120 by 56, as paths: made by the build, which has run the plan. */
export interface PlanPicture {
  /** The nodes and clients that take part. */
  readonly lines: string
  readonly flights: string
  /** Messages that were lost, up to where. */
  readonly lost: string
  /** Who was down, stood still or was cut off, and for how long. */
  readonly gaps: string
  /** Where a client asks for something. */
  readonly asks: readonly (readonly [x: number, y: number])[]
}

interface Props {
  readonly kept: readonly KeptName[]
  readonly onKept: (id: string) => void
}

const shownAtFirst = 8

/** The examples: each with a picture, a sentence that says what it shows, and what happens in it. */
export function Gallery({ kept, onKept }: Props) {
  const [words, setWords] = useState('')
  const [isWhole, setWhole] = useState(false)
  const field = useId()
  const found = kept.filter((one) => fits(one, words))
  const shown = isWhole || words !== '' ? found : found.slice(0, shownAtFirst)
  return (
    <section class="bench-panel bench-gallery" aria-labelledby="bench-kept">
      <h3 id="bench-kept">Examples</h3>
      <div class="bench-field">
        <label for={field}>Filter</label>
        <input
          id={field}
          type="search"
          value={words}
          placeholder="clock, delete, lesson 2"
          onInput={({ currentTarget }) => setWords(currentTarget.value)}
        />
      </div>
      <p class="visually-hidden" role="status">
        {words === '' ? '' : `${found.length} of ${kept.length} examples`}
      </p>
      {found.length === 0 && <p class="soft">No example has all of these words.</p>}
      <ul role="list">
        {shown.map((one) => (
          <li key={one.id}>
            <button type="button" class="gallery-card" data-kept={one.id} onClick={() => onKept(one.id)}>
              {one.picture && <Picture {...one.picture} />}
              <span class="gallery-title">{one.title}</span>
              <span class="gallery-tags">{[one.group, ...one.tags].join(' · ')}</span>
            </button>
          </li>
        ))}
      </ul>
      {shown.length < found.length && (
        <p class="bench-row">
          <button type="button" class="button" onClick={() => setWhole(true)}>
            Show all {found.length}
          </button>
        </p>
      )}
    </section>
  )
}

function fits({ group, name, shows, tags }: KeptName, words: string): boolean {
  const text = [group, name, shows, ...tags].join(' ').toLowerCase()
  return words
    .toLowerCase()
    .split(/[\s,]+/)
    .every((word) => text.includes(word))
}

function Picture({ lines, flights, lost, gaps, asks }: PlanPicture) {
  return (
    <svg class="gallery-picture" viewBox="0 0 120 56" width="120" height="56" aria-hidden="true">
      <path class="gallery-lane" d={lines} />
      {gaps !== '' && <path class="gallery-gap" d={gaps} />}
      <path class="gallery-flight" d={flights} />
      {lost !== '' && <path class="gallery-cut" d={lost} />}
      {asks.map(([x, y]) => (
        <circle key={x} class="gallery-asks" cx={x} cy={y} r="3.2" />
      ))}
    </svg>
  )
}
