import type { Hit } from './hit.ts'

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

/** How a passage was found, as a reader is told it. */
export const finders = { words: 'by words', meaning: 'by meaning', both: 'by words and meaning' } as const

/** What was found, each with its passage and the way to it. */
export function Hits({
  hits,
  told,
  followed,
}: {
  readonly hits: readonly Hit[]
  /** Whether each says what found it. */
  readonly told: boolean
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
                  {told && <span class="find-by">{finders[hit.by]}</span>}
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
