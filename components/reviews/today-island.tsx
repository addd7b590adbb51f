import { useState } from 'preact/hooks'
import { readWhole } from '#learning/kinds/typed-number.ts'
import { calibrationOf, fewestReviews } from '#learning/schedule/calibration.ts'
import { forecast, secondsACard } from '#learning/schedule/queue.ts'
import { backlogOf, todayOf } from '#learning/review/session.ts'
import { CardFiles } from './card-files.tsx'
import { FindCards } from './find-cards.tsx'
import { counted } from '#text/numbers.ts'
import { OwnCards } from './own-cards.tsx'
import { spreadText } from './spread-text.ts'
import { readClock, useDeck } from './use-reviews.ts'
import type { Deck } from './use-reviews.ts'

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
    <div class="review-today" aria-busy="true">
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
      {Object.values(folds).map((name) => (
        <details key={name} class="fold">
          <summary>{name}</summary>
          <p class="hint">Loading your cards…</p>
        </details>
      ))}
    </div>
  )
}

/** What today holds, how it's set up, and the ways in and out for cards. */
export default function TodayIsland({ cards, reviewPage, site }: Props) {
  const deck = useDeck(cards)
  // Every review ever made is weighed in there: not before a reader looks.
  const [isAhead, setAhead] = useState(false)
  if (deck === undefined) return <Waiting reviewPage={reviewPage} />
  if (typeof deck === 'string') return <p class="error">{deck}</p>
  return (
    <div class="review-today">
      <Today deck={deck} reviewPage={reviewPage} />
      <FindCards deck={deck} />
      <details class="fold" onToggle={({ currentTarget }) => setAhead(currentTarget.open)}>
        <summary>{folds.ahead}</summary>
        {isAhead && <Ahead deck={deck} />}
      </details>
      <details class="fold">
        <summary>{folds.limits}</summary>
        <Limits deck={deck} />
      </details>
      <details class="fold">
        <summary>{folds.own}</summary>
        <OwnCards deck={deck} />
      </details>
      <details class="fold">
        <summary>{folds.files}</summary>
        <CardFiles deck={deck} site={site} />
      </details>
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

function Ahead({ deck }: { readonly deck: Deck }) {
  const standings = [...deck.reviews.standings.values()]
  const days = forecast(standings, readClock(), 14)
  const most = Math.max(1, ...days)
  const calibration = calibrationOf(deck.reviews.histories)
  const percent = (share: number) => `${Math.round(share * 100)}%`
  return (
    <>
      <div class="table" tabIndex={0} role="group" aria-label="Cards that fall due">
        <table class="review-forecast">
          <caption>Cards that fall due</caption>
          <tbody>
            {days.map((count, day) => (
              <tr key={day}>
                <th scope="row">{day === 0 ? 'today' : day === 1 ? 'tomorrow' : `in ${day} days`}</th>
                <td>
                  <meter min={0} max={most} value={count} aria-hidden="true" /> {count}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {calibration ? (
        <>
          <p data-calibration={calibration.reviews}>
            Over {calibration.reviews} reviews of cards you’d already learned, the schedule expected you to
            recall {percent(calibration.expected)}, and you recalled {percent(calibration.recalled)}.
          </p>
          <table class="review-forecast">
            <caption>By the chance that the schedule gave you</caption>
            <tbody>
              {calibration.bins.map(({ expected, recalled, reviews }) => (
                <tr key={expected}>
                  <th scope="row">{percent(expected)} expected</th>
                  <td>
                    {percent(recalled)} recalled of {counted(reviews, 'review')}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      ) : (
        <p class="hint">
          After {fewestReviews} reviews of cards you’d already learned, this says how well the schedule’s
          guesses fit you.
        </p>
      )}
    </>
  )
}

function Limits({ deck }: { readonly deck: Deck }) {
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
