import { useState } from 'preact/hooks'
import type { OwnCard } from '#learning/reviews.ts'
import type { Deck } from './use-reviews.ts'

/** Cards of the reader's own: written, changed, removed; a removed one can be had back at once. */
export function OwnCards({ deck }: { readonly deck: Deck }) {
  const [removed, setRemoved] = useState<string>()
  const own = [...deck.reviews.own.values()]
  const remove = async ({ id, lesson, front, back }: OwnCard) => {
    setRemoved(await deck.record({ type: 'wrote', card: id, isRemoved: true, lesson, front, back }))
  }
  return (
    <>
      <WriteCard deck={deck} />
      <p role="status">
        {removed !== undefined && (
          <>
            Removed.{' '}
            <button
              class="button quiet"
              type="button"
              onClick={() => {
                setRemoved(undefined)
                void deck.record({ type: 'undone', event: removed })
              }}
            >
              Undo
            </button>
          </>
        )}
      </p>
      {own.length === 0 ? (
        <p class="hint">You haven’t written any yet. Good ones ask one thing and have a short answer.</p>
      ) : (
        <ul class="own-cards">
          {own.map((card) => (
            <li key={card.id}>
              <b>{card.front}</b> {card.back}{' '}
              <button class="button quiet" type="button" onClick={() => void remove(card)}>
                Remove<span class="visually-hidden"> the card {card.front}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

/** The form for a new card. */
function WriteCard({ deck }: { readonly deck: Deck }) {
  const [front, setFront] = useState('')
  const [back, setBack] = useState('')
  const [error, setError] = useState('')
  const add = async (event: Event) => {
    event.preventDefault()
    if (front.trim() === '' || back.trim() === '') {
      setError('A card needs a question and an answer.')
      return
    }
    setError('')
    const card = `own.${Date.now().toString(36)}${Math.floor(Math.random() * 46_656).toString(36)}`
    await deck.record({
      ...{ type: 'wrote', card, lesson: 'own', isRemoved: false },
      ...{ front: front.trim(), back: back.trim() },
    })
    setFront('')
    setBack('')
  }
  return (
    <form class="own-card" onSubmit={(event) => void add(event)} noValidate>
      <Side label="Question" value={front} onChange={setFront} />
      <Side label="Answer" value={back} onChange={setBack} />
      <button class="button" type="submit">
        Add the card
      </button>
      <span class="error" role="alert">
        {error}
      </span>
    </form>
  )
}

interface SideProps {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
}

function Side({ label, value, onChange }: SideProps) {
  return (
    <label class="field">
      {label}
      <input
        type="text"
        maxLength={300}
        value={value}
        onInput={({ currentTarget }) => onChange(currentTarget.value)}
      />
    </label>
  )
}
