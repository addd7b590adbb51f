import { useState } from 'preact/hooks'
import { findCards } from '#learning/cards/find.ts'
import { counted } from '#text/numbers.ts'
import { Inline } from '../quiz/inline.tsx'
import type { Deck } from './use-reviews.ts'

/** A longer list is no help: another word makes it shorter. */
const most = 20

/** Finds cards by words of their question, their answer or the reader's note, own cards as well. */
export function FindCards({ deck }: { readonly deck: Deck }) {
  const [query, setQuery] = useState('')
  const { notes } = deck.reviews
  const found = findCards(deck.cards, notes, query)
  return (
    <div class="find-cards" role="search" aria-label="Cards">
      <label class="field">
        Find a card
        <input
          type="search"
          autocomplete="off"
          maxLength={100}
          value={query}
          onInput={({ currentTarget }) => setQuery(currentTarget.value)}
        />
      </label>
      <p role="status" class="hint">
        {query.trim() !== '' &&
          (found.length === 0
            ? 'No cards match. Try fewer words.'
            : `${counted(found.length, 'card')}${found.length > most ? `, the first ${most} below` : ''}.`)}
      </p>
      {found.length > 0 && (
        <ul class="found-cards">
          {found.slice(0, most).map(({ id, front, back, passage, lessonTitle }) => (
            <li key={id} data-found-card={id}>
              <b>
                <Inline text={front} />
              </b>{' '}
              <Inline text={back} /> {notes.has(id) && <i>{notes.get(id)}</i>}{' '}
              {passage === undefined ? lessonTitle : <a href={passage}>{lessonTitle}</a>}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
