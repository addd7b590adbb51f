import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { secondsACard } from '#learning/schedule/queue.ts'
import { backlogOf, todayOf } from '#learning/review/session.ts'
import { CardFiles } from './card-files.tsx'
import { FindCards } from './find-cards.tsx'
import { counted } from '#text/numbers.ts'
import { OwnCards } from './own-cards.tsx'
import { spreadText } from './spread-text.ts'
import { readClock, useDeck } from './use-reviews.ts'
import type { Deck } from './use-reviews.ts'
import { Limits } from './limits.tsx'
import { Ahead } from './days-ahead.tsx'

interface Props {
  readonly cards: string
  readonly reviewPage: string
  /** The site's address, for links in exported cards. */
  readonly site: string
}

/** What's folded, by what it's called. */
const folds = {
  ahead: 'The days ahead, and how accurate the schedule is',
  limits: 'Decks and limits',
  own: 'Your own cards',
  files: 'Export cards to Anki or a spreadsheet, or import some',
} as const

/** As tall as what comes, so that the page below stays where it is when the cards are there. */
function Waiting({ reviewPage }: { readonly reviewPage: string }) {
  return (
    <>
      <p class="review-due">
        <a class="button main" href={reviewPage}>
          Review your cards
        </a>{' '}
        <span>Loading what’s due today…</span>
      </p>
      <div class="find-cards">
        <label class="field">
          Find a card
          <input type="search" disabled />
        </label>
        <p class="hint" />
      </div>
    </>
  )
}

/** What today holds, how it's set up, and the ways in and out for cards. */
export default function TodayIsland({ cards, reviewPage, site }: Props) {
  const deck = useDeck(cards)
  // Every review ever made is weighed in there: not before a reader looks.
  const [isAhead, setAhead] = useState(false)
  if (typeof deck === 'string') return <p class="error">{deck}</p>
  const held: Readonly<Record<keyof typeof folds, (deck: Deck) => ComponentChildren>> = {
    ahead: (deck) => isAhead && <Ahead deck={deck} />,
    limits: (deck) => <Limits deck={deck} />,
    own: (deck) => <OwnCards deck={deck} />,
    files: (deck) => <CardFiles deck={deck} site={site} />,
  }
  return (
    <div class="review-today" aria-busy={deck === undefined}>
      <div>
        {deck === undefined ? (
          <Waiting reviewPage={reviewPage} />
        ) : (
          <>
            <Today deck={deck} reviewPage={reviewPage} />
            <FindCards deck={deck} />
          </>
        )}
      </div>
      {/* The same folds before and after: one that's opened while the cards are on their way stays open. */}
      {Object.entries(folds).map(([fold, name]) => (
        <details
          key={fold}
          class="fold"
          onToggle={({ currentTarget }) => fold === 'ahead' && setAhead(currentTarget.open)}
        >
          <summary>{name}</summary>
          {deck === undefined ? (
            <p class="hint">Loading your cards…</p>
          ) : (
            held[fold as keyof typeof folds](deck)
          )}
        </details>
      ))}
    </div>
  )
}

function Today({ deck, reviewPage }: { readonly deck: Deck; readonly reviewPage: string }) {
  const today = todayOf(deck.reviews, deck.cards, deck.missed, readClock())
  const { due, fresh, waiting } = today
  const minutes = Math.ceil(((due + fresh) * secondsACard) / 60)
  const plan = backlogOf(today, deck.reviews)
  return (
    <p class="review-due" data-due={due} data-fresh={fresh} data-waiting={waiting}>
      {due + fresh === 0 ? (
        waiting === 0 ? (
          'Nothing is due right now.'
        ) : (
          `That’s today’s share. ${counted(waiting, 'card')} can wait${plan === undefined ? ' until tomorrow.' : `: ${spreadText(plan)}`}`
        )
      ) : (
        <>
          <a class="button main" href={reviewPage}>
            Review {counted(due + fresh, 'card')}
          </a>{' '}
          <span>
            {due} due, {fresh} new; about {minutes} min.
            {plan !== undefined &&
              ` ${counted(due + waiting, 'card')} have piled up: ${spreadText(plan)}${fresh === 0 ? ' New cards wait until then.' : ''}`}
          </span>
        </>
      )}
    </p>
  )
}
