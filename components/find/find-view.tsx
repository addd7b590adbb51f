import { useEffect, useRef, useState } from 'preact/hooks'
import { merged } from './hit.ts'
import type { Hit } from './hit.ts'
import { findMeaning, isMeaningHere, loadMeaning, meaningMegabytes } from './meaning.ts'
import { findWords } from './pagefind.ts'
import { finders, Hits } from './hits.tsx'

interface Props {
  /** The site's root, with a slash at its end. */
  readonly base: string
  readonly first: string
  /** Called when the reader follows a hit, so that a dialog can close. */
  readonly followed?: () => void
}

type State =
  | { readonly is: 'idle' | 'looking' | 'failed' }
  | {
      readonly is: 'found'
      readonly words: string
      readonly hits: readonly Hit[]
      /** The index that couldn't be asked, where the other could. */
      readonly without?: 'words' | undefined
    }

/** Whether passages are searched by meaning as well. */
type Meaning = 'off' | 'loading' | 'on' | 'failed'

/** A field and what it finds, by kind. Arrow keys go through the hits, Enter follows one. */
export function FindView({ base, first, followed }: Props) {
  const [words, setWords] = useState(first)
  const [state, setState] = useState<State>({ is: 'idle' })
  const box = useRef<HTMLDivElement>(null)
  const [meaning, setMeaning] = useState<Meaning>('off')
  const load = () => {
    setMeaning('loading')
    loadMeaning(base).then(
      () => setMeaning('on'),
      () => setMeaning('failed'),
    )
  }
  useEffect(() => void isMeaningHere(base).then((isHere) => isHere && load()), [])
  const isByMeaning = meaning === 'on'
  useEffect(() => {
    const wanted = words.trim()
    if (wanted === '') return setState({ is: 'idle' })
    setState((known) => (known.is === 'found' ? known : { is: 'looking' }))
    let isOver = false
    void find(base, wanted, isByMeaning).then((state) => isOver || (state && setState(state)))
    return () => {
      isOver = true
    }
  }, [words, base, isByMeaning])
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
        {statusOf(state, isByMeaning)}
      </p>
      <ByMeaning meaning={meaning} load={load} />
      {state.is === 'found' && <Hits hits={state.hits} told={isByMeaning} followed={followed} />}
    </div>
  )
}

/** Asks both indexes; undefined when a later search has overtaken this one. */
async function find(base: string, words: string, isByMeaning: boolean): Promise<State | undefined> {
  const [byWords, byMeaning] = await Promise.allSettled([
    findWords(base, words),
    isByMeaning ? findMeaning(base, words) : [],
  ])
  if (byWords.status === 'rejected') {
    if (!isByMeaning || byMeaning.status === 'rejected') return { is: 'failed' }
    return { is: 'found', words, hits: byMeaning.value, without: 'words' }
  }
  if (byWords.value === undefined) return undefined
  return {
    is: 'found',
    words,
    hits: merged(byWords.value, byMeaning.status === 'fulfilled' ? byMeaning.value : []),
  }
}

/** Offers the search by meaning where its vectors aren't here yet, and says how it stands. */
function ByMeaning({ meaning, load }: { readonly meaning: Meaning; load(): void }) {
  switch (meaning) {
    case 'off':
      return (
        <p class="find-meaning">
          <button class="button small" type="button" onClick={load}>
            Search by meaning too
          </button>{' '}
          <span class="hint">
            Finds passages that say it in other words. Fetches {meaningMegabytes} MB, once.
          </span>
        </p>
      )
    case 'loading':
      return <p class="find-meaning hint">Fetching the vectors for the search by meaning…</p>
    case 'on':
      return null
    case 'failed':
      return (
        <p class="find-meaning" role="alert">
          The search by meaning couldn’t be loaded; words are still searched.{' '}
          <button class="button small" type="button" onClick={load}>
            Try again
          </button>
        </p>
      )
  }
}

function statusOf(state: State, isByMeaning: boolean): string {
  switch (state.is) {
    case 'idle':
      return 'Arrow keys go through what’s found, Enter opens it.'
    case 'looking':
      return 'Looking…'
    case 'failed':
      return 'The index couldn’t be loaded. Are you offline? Try again once you’re back, or keep the course for offline use.'
    case 'found':
      if (state.hits.length === 0) return `Nothing found for “${state.words}”.`
      if (state.without === 'words')
        return `${state.hits.length} found for “${state.words}” by meaning alone: the index of words couldn’t be loaded.`
      return `${state.hits.length} found for “${state.words}”${isByMeaning ? `: ${howMany(state.hits)}` : ''}.`
  }
}

/** How many each way of searching found. */
function howMany(hits: readonly Hit[]): string {
  return (['both', 'words', 'meaning'] as const)
    .map((by) => ({ by, count: hits.filter((hit) => hit.by === by).length }))
    .filter(({ count }) => count > 0)
    .map(({ by, count }) => `${count} ${finders[by]}`)
    .join(', ')
}
