import type { Operation } from '#engine'
import { counted, grouped } from '#figures/quantity.ts'
import { entriesOf } from '#figures/search/entries.ts'
import type { Entry, Winner } from '#figures/search/protocol.ts'
import type { Striking } from './session.ts'
import { answerInWords, entryInWords } from './words.ts'

/** The plan that won: every entry of it, and through each one that was struck a line. */
export function StrikeList({
  striking,
  struck,
}: {
  readonly striking: Striking
  readonly struck: ReadonlySet<string>
}) {
  const left = striking.entries.length - struck.size
  return (
    <section class="adversary-strike">
      <h4>
        Attack {grouped(striking.seed)} got through with {counted(striking.entries.length, 'event')}. Which of
        them does it need? <output>{left} left</output>
      </h4>
      <ol>
        {striking.entries.map((entry) => (
          <EntryRow key={entry.id} entry={entry} isStruck={struck.has(entry.id)} />
        ))}
      </ol>
    </section>
  )
}

function EntryRow({ entry, isStruck }: { readonly entry: Entry; readonly isStruck: boolean }) {
  const text = `${grouped(entry.at)} ms: ${entryInWords(entry)}`
  return (
    <li data-entry={entry.id} data-struck={isStruck}>
      {isStruck ? (
        <s>
          <span class="visually-hidden">removed: </span>
          {text}
        </s>
      ) : (
        text
      )}
    </li>
  )
}

/** What is left when nothing more can be struck, with what the waiters were told. */
export function SmallPlan({ winner }: { readonly winner: Winner }) {
  const entries = entriesOf(winner.smallest)
  return (
    <ol class="adversary-small">
      {entries.map((entry) => (
        <li key={entry.id} data-entry={entry.id} data-kind={'client' in entry ? 'request' : 'trouble'}>
          <span class="adversary-at">{grouped(entry.at)} ms</span>
          <span>
            {entryInWords(entry)}
            {'client' in entry && <Answer operation={answerOf(winner, entry.id)} />}
          </span>
        </li>
      ))}
    </ol>
  )
}

function Answer({ operation }: { readonly operation: Operation | undefined }) {
  if (operation === undefined) return null
  return <span class="adversary-answer">{answerInWords(operation)}</span>
}

function answerOf({ history }: Winner, id: string): Operation | undefined {
  return history.find((operation) => operation.id === id)
}
