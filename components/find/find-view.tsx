import { useEffect, useRef, useState } from 'preact/hooks'
import { findWords } from './pagefind.ts'
import type { Hit } from './pagefind.ts'

interface Props {
  /** The site's root, with a slash at its end. */
  readonly base: string
  readonly first: string
  /** Called when the reader follows a hit, so that a dialog can close. */
  readonly followed?: () => void
}

type State =
  | { readonly is: 'idle' | 'looking' | 'failed' }
  | { readonly is: 'found'; readonly words: string; readonly hits: readonly Hit[] }

const kinds: { readonly [kind: string]: string } = {
  term: 'Terms',
  section: 'Lessons and pages',
  question: 'Questions',
  card: 'Cards',
  figure: 'Figures',
  cell: 'Code',
  claim: 'Claims of the notes',
  source: 'Sources',
  plan: 'Saved runs',
}

/** A field and what it finds, by kind. Arrow keys go through the hits, Enter follows one. */
export function FindView({ base, first, followed }: Props) {
  const [words, setWords] = useState(first)
  const [state, setState] = useState<State>({ is: 'idle' })
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const wanted = words.trim()
    if (wanted === '') return setState({ is: 'idle' })
    setState((known) => (known.is === 'found' ? known : { is: 'looking' }))
    let isOver = false
    findWords(base, wanted).then(
      (hits) => isOver || hits === undefined || setState({ is: 'found', words: wanted, hits }),
      () => isOver || setState({ is: 'failed' }),
    )
    return () => {
      isOver = true
    }
  }, [words, base])
  const move = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
    const links = [...(box.current?.querySelectorAll<HTMLElement>('input, .find-hits a') ?? [])]
    const at = links.indexOf(document.activeElement as HTMLElement)
    const next = links[at + (event.key === 'ArrowDown' ? 1 : -1)]
    if (next === undefined) return
    event.preventDefault()
    next.focus()
  }
  return (
    <div class="find" ref={box} onKeyDown={move}>
      <label class="visually-hidden" for="find-words">
        Search the course
      </label>
      <input
        id="find-words"
        type="search"
        placeholder="Search lessons, terms, cards, code"
        autocomplete="off"
        spellcheck={false}
        value={words}
        onInput={({ currentTarget }) => setWords(currentTarget.value)}
      />
      <p class="hint" role="status">
        {statusOf(state)}
      </p>
      {state.is === 'found' && <Hits hits={state.hits} followed={followed} />}
    </div>
  )
}

function statusOf(state: State): string {
  switch (state.is) {
    case 'idle':
      return 'Arrow keys go through what’s found, Enter opens it.'
    case 'looking':
      return 'Looking…'
    case 'failed':
      return 'The index couldn’t be loaded. Are you offline? Try again once you’re back, or keep the course for offline use.'
    case 'found':
      return state.hits.length === 0
        ? `Nothing found for “${state.words}”.`
        : `${state.hits.length} found for “${state.words}”.`
  }
}

function Hits({
  hits,
  followed,
}: {
  readonly hits: readonly Hit[]
  readonly followed: (() => void) | undefined
}) {
  const present = Object.keys(kinds).filter((kind) => hits.some((hit) => hit.kind === kind))
  return (
    <div class="find-hits">
      {present.map((kind) => (
        <section key={kind} aria-label={kinds[kind]}>
          <h2>{kinds[kind]}</h2>
          <ul>
            {hits
              .filter((hit) => hit.kind === kind)
              .map((hit) => (
                <li key={hit.href + hit.title}>
                  <a href={hit.href} onClick={() => followed?.()}>
                    {hit.title}
                  </a>
                  {kind !== 'term' && (
                    <p>
                      {hit.excerpt.map(({ text, isMatch }, index) =>
                        isMatch ? <mark key={index}>{text}</mark> : text,
                      )}
                    </p>
                  )}
                </li>
              ))}
          </ul>
        </section>
      ))}
    </div>
  )
}
