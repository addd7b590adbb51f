import type { Passage } from '#search/passage.ts'
import { promptOf } from '#search/prompt.ts'

/** A list of passages that one method found. */
export interface FoundList {
  readonly name: string
  readonly passages: readonly Passage[]
}

/** Everything that the figure shows at one moment. */
export interface CourseSearchFrame {
  readonly id: string
  readonly question: string
  readonly lists: readonly FoundList[]
  readonly view: 'beside' | 'sum' | 'ranks'
  readonly meanings: boolean
  readonly state: 'ready' | 'loading' | 'failed'
  readonly samples: readonly string[]
  /** Where the site's root is. */
  readonly root: string
}

/** What the reader can do; a frame drawn at build has none of it. */
interface CourseSearchActions {
  readonly onAsk: (question: string) => void
  readonly onView: (view: CourseSearchFrame['view']) => void
  readonly onMeanings: (meanings: boolean) => void
}

const views: readonly (readonly [CourseSearchFrame['view'], string])[] = [
  ['beside', 'Words and vectors, side by side'],
  ['sum', 'Both scores added up'],
  ['ranks', 'Reciprocal rank fusion: both lists count alike'],
]

/** Search over the course's paragraphs, and the prompt that they would make. */
export function CourseSearchView({
  frame,
  actions,
}: {
  frame: CourseSearchFrame
  actions?: CourseSearchActions
}) {
  const { id, lists, state } = frame
  const live = actions === undefined
  return (
    <div class="course-search" aria-busy={state === 'loading'}>
      <form
        class="course-search-form"
        role="search"
        aria-label="Search this course"
        onSubmit={(event) => {
          event.preventDefault()
          actions?.onAsk(String(new FormData(event.currentTarget).get('question')))
        }}
      >
        <label for={`${id}-question`}>Ask the course something</label>
        <div class="course-search-row">
          <input
            id={`${id}-question`}
            key={frame.question}
            name="question"
            type="search"
            maxLength={200}
            defaultValue={frame.question}
            disabled={live}
          />
          <button type="submit" class="button main" disabled={live}>
            Search
          </button>
        </div>
      </form>
      <div class="course-search-samples" role="group" aria-label="Questions to try">
        {frame.samples.map((sample) => (
          <button type="button" class="button quiet" disabled={live} onClick={() => actions?.onAsk(sample)}>
            {sample}
          </button>
        ))}
      </div>
      <div class="course-search-ways">
        <label>
          Show{' '}
          <select
            value={frame.view}
            disabled={live}
            onChange={(event) => actions?.onView(event.currentTarget.value as CourseSearchFrame['view'])}
          >
            {views.map(([value, name]) => (
              <option value={value}>{name}</option>
            ))}
          </select>
        </label>
        <label>
          <input
            type="checkbox"
            checked={frame.meanings}
            disabled={live}
            onChange={(event) => actions?.onMeanings(event.currentTarget.checked)}
          />
          Add technical terms to the story’s words in the index
        </label>
      </div>
      <p class="course-search-state" aria-live="polite">
        {state === 'loading' &&
          'Fetching the course’s paragraphs and the table that turns words into vectors, about 700 KB …'}
        {state === 'failed' && 'The index couldn’t be fetched. Check the connection and search again.'}
      </p>
      <div class="course-search-lists" data-count={lists.length}>
        {lists.map((list) => (
          <List key={list.name} list={list} frame={frame} />
        ))}
      </div>
      <Prompt frame={frame} />
    </div>
  )
}

function List({
  list: { name, passages },
  frame,
}: {
  readonly list: FoundList
  readonly frame: CourseSearchFrame
}) {
  return (
    <section aria-label={name}>
      <h4>{name}</h4>
      {passages.length === 0 ? (
        <p>No results. Try other words: no paragraph in the index has any of these.</p>
      ) : (
        <ol>
          {passages.map(({ id, page, title, heading, section, text }) => (
            <li key={id}>
              <a href={`${frame.root}${page}#${section}`}>
                {title}: {heading}
              </a>
              <p>{text.length > 160 ? `${text.slice(0, 157).trimEnd()}…` : text}</p>
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}

/** The RAG step: what a generator would get. */
function Prompt({ frame: { lists, question } }: { readonly frame: CourseSearchFrame }) {
  const [first = { passages: [] }, second = { passages: [] }] = lists
  const turns = [0, 1, 2].flatMap((at) => [first.passages[at], second.passages[at]])
  const chosen = [
    ...new Map(turns.flatMap((one) => (one === undefined ? [] : [[one.id, one] as const]))).values(),
  ].slice(0, 4)
  return (
    <details>
      <summary>The prompt that a language model would get</summary>
      <pre tabIndex={0}>{promptOf(question, chosen)}</pre>
      <p>
        No model runs here, so there’s no answer to show. What isn’t in this prompt, a model could only make
        up.
      </p>
    </details>
  )
}
