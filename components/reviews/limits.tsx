import { useState } from 'preact/hooks'
import { readWhole } from '#learning/kinds/typed-number.ts'
import type { Deck } from './use-reviews.ts'

/** How much a day may hold, which lessons' cards are asked, and the cards that were put away. */
export function Limits({ deck }: { readonly deck: Deck }) {
  const { caps, minutesADay, suspendedDecks, suspendedCards } = deck.reviews
  const lessons = [...new Map(deck.cards.map(({ lesson, lessonTitle }) => [lesson, lessonTitle]))]
  const away = deck.cards.filter(({ id }) => suspendedCards.has(id))
  return (
    <>
      <div class="review-limits">
        <Limit deck={deck} name="newCards" label="New cards a day" value={caps.newCards} />
        <Limit deck={deck} name="reviews" label="Most reviews a day" value={caps.reviews} />
        <Limit deck={deck} name="minutes" label="Minutes a day for a backlog" value={minutesADay} />
      </div>
      <fieldset>
        <legend>Show cards from</legend>
        {lessons.map(([lesson, title]) => (
          <label key={lesson} class="option">
            <input
              type="checkbox"
              checked={!suspendedDecks.has(lesson)}
              onChange={({ currentTarget }) =>
                void deck.record({
                  ...{ type: 'suspended', what: 'deck', which: lesson },
                  isSuspended: !currentTarget.checked,
                })
              }
            />
            <span>{title}</span>
          </label>
        ))}
      </fieldset>
      {away.length > 0 && (
        <ul>
          {away.map(({ id, front }) => (
            <li key={id}>
              {front}{' '}
              <button
                class="button quiet"
                type="button"
                onClick={() =>
                  void deck.record({ type: 'suspended', what: 'card', which: id, isSuspended: false })
                }
              >
                Ask it again
              </button>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

interface LimitProps {
  readonly deck: Deck
  readonly name: 'newCards' | 'reviews' | 'minutes'
  readonly label: string
  readonly value: number
}

function Limit({ deck, name, label, value }: LimitProps) {
  const [error, setError] = useState('')
  return (
    <label class="field">
      {label}
      <input
        class="short"
        type="text"
        inputmode="numeric"
        value={value}
        aria-invalid={error !== ''}
        onChange={({ currentTarget }) => {
          const typed = readWhole(currentTarget.value) ?? -1
          const fits = typed >= (name === 'minutes' ? 1 : 0) && typed <= 999
          setError(fits ? '' : 'Type a whole number up to 999.')
          if (fits) void deck.record({ type: 'set', name, value: typed })
        }}
      />
      <span class="error" role="alert">
        {error}
      </span>
    </label>
  )
}
