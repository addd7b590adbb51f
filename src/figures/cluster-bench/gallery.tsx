import { useId, useState } from 'preact/hooks'

/** A plan that is kept in the site, as the gallery offers it. The plan itself is fetched when it is chosen. */
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
  readonly picture: PlanPicture
}

/** A plan as a small picture: its nodes as lines, its entries as marks in the order in which they happen. */
export interface PlanPicture {
  readonly lanes: number
  readonly marks: readonly Mark[]
}

/** The mark of an entry: what it looks like, on which line, and how far to the right, from 0 to 1. */
export type Mark = readonly [kind: 'asks' | 'breaks' | 'mends' | 'cuts', lane: number, x: number]

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
              <Picture {...one.picture} />
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

function Picture({ lanes, marks }: PlanPicture) {
  const height = 56
  const y = (lane: number) => ((lane + 1) * height) / (lanes + 1)
  const x = (part: number) => 8 + part * 104
  return (
    <svg class="gallery-picture" viewBox={`0 0 120 ${height}`} width="120" height={height} aria-hidden="true">
      {Array.from({ length: lanes }, (_, lane) => (
        <path key={lane} class="gallery-lane" d={`M4 ${y(lane)}H116`} />
      ))}
      {marks.map(([kind, lane, part], index) =>
        kind === 'cuts' ? (
          <path key={index} class="gallery-cut" d={`M${x(part)} 4V${height - 4}`} />
        ) : kind === 'breaks' ? (
          <path key={index} class="gallery-cut" d={`M${x(part) - 3.5} ${y(lane) - 3.5}l7 7m0 -7l-7 7`} />
        ) : (
          <circle key={index} class={`gallery-${kind}`} cx={x(part)} cy={y(lane)} r="3.2" />
        ),
      )}
    </svg>
  )
}
