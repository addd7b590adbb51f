import { forecast } from '#learning/schedule/queue.ts'
import { backlogOf, todayOf } from '#learning/review/session.ts'
import { counted } from '#text/numbers.ts'
import { spreadText } from './spread-text.ts'
import { readClock } from './use-reviews.ts'
import type { Deck } from './use-reviews.ts'

interface Props {
  readonly deck: Deck
  readonly graded: number
  readonly cardsPage: string
}

/** The end of a day's cards: what was done, what comes next, and nothing to be ashamed of. */
export function Done({ deck, graded, cardsPage }: Props) {
  const clock = readClock()
  const today = todayOf(deck.reviews, deck.cards, deck.missed, clock)
  const { waiting } = today
  const days = forecast([...deck.reviews.standings.values()], clock, 8)
  const tomorrow = days[1] ?? 0
  const plan = backlogOf(today, deck.reviews)
  return (
    <section class="review-done">
      <h2>{graded > 0 ? 'That’s all for today' : 'Nothing is due right now'}</h2>
      <p>
        {graded > 0 && `You went through ${counted(graded, 'card')}. `}
        {tomorrow > 0 ? `Tomorrow ${counted(tomorrow, 'card')} will be due.` : 'Nothing is due tomorrow.'}
      </p>
      {waiting > 0 && (
        <p>
          {counted(waiting, 'card')} can wait
          {plan === undefined ? ' until tomorrow.' : `: ${spreadText(plan)}`}
        </p>
      )}
      <p>
        <a href={cardsPage}>All cards and settings</a>
      </p>
    </section>
  )
}
