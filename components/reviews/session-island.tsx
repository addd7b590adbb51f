import { useEffect, useRef, useState } from 'preact/hooks'
import type { Grade } from '#learning/schedule/grade.ts'
import { nextCard, todayOf } from '#learning/review/session.ts'
import { restAfter } from '#learning/schedule/schedule.ts'
import { missesInARow } from '#learning/reviews.ts'
import { cardKeyOf } from './card.ts'
import type { CourseCard } from './card.ts'
import { CardView } from './card-view.tsx'
import { useDrawn } from './use-drawn.ts'
import { Done } from './done.tsx'
import { readClock, useDeck } from './use-reviews.ts'
import type { Deck } from './use-reviews.ts'

interface Props {
  /** Address of the cards' JSON. */
  readonly cards: string
  readonly cardsPage: string
}

/** Today's cards, one at a time: flip, say how well it went, go on. All of it by keyboard too. */
export default function SessionIsland({ cards, cardsPage }: Props) {
  const deck = useDeck(cards)
  if (deck === undefined) return <p class="review-session hint">Loading your cards…</p>
  if (typeof deck === 'string') return <p class="error">{deck}</p>
  return <Session deck={deck} cardsPage={cardsPage} />
}

function Session({ deck, cardsPage }: { readonly deck: Deck; readonly cardsPage: string }) {
  const { current, showing, isOpen, done, said, box, act } = useSession(deck)
  const drawn = useDrawn(current, showing)
  const today = todayOf(deck.reviews, deck.cards, deck.missed, readClock())
  const left = today.due + today.fresh
  return (
    <div class="review-session" ref={box} tabindex={-1} data-review-state={current ? 'asking' : 'done'}>
      <p class="review-left" role="status">
        <span class="visually-hidden">{said} </span>
        {current ? `${left === 0 ? 'The last card' : `${left} to go`}` : ''}
      </p>
      {current !== undefined && drawn === undefined && <p class="hint">Drawing the card…</p>}
      {current === undefined ? (
        <Done deck={deck} graded={done.length} cardsPage={cardsPage} />
      ) : drawn === undefined ? null : (
        <CardView
          card={drawn}
          isOpen={isOpen}
          note={deck.reviews.notes.get(current.id) ?? ''}
          showsPassage={missesInARow(deck.reviews, cardKeyOf(current)) >= 2}
          rests={restAfter(cardKeyOf(current), deck.reviews.standings.get(cardKeyOf(current)), Date.now())}
          flip={act.flip}
          grade={act.grade}
          writeNote={(text) => void deck.record({ type: 'noted', card: current.id, text })}
        />
      )}
      <div class="review-tools">
        <button
          class="button quiet"
          type="button"
          disabled={done.length === 0}
          onClick={() => void act.undo()}
        >
          Undo <kbd>U</kbd>
        </button>
        {current && (
          <>
            <button class="button quiet" type="button" onClick={() => void act.bury()}>
              Tomorrow <kbd>B</kbd>
            </button>
            <button class="button quiet" type="button" onClick={() => void act.suspend()}>
              Don’t ask again <kbd>S</kbd>
            </button>
          </>
        )}
      </div>
    </div>
  )
}

/** The card that is asked, what was done in this session, and what can be done now, by key too. */
function useSession(deck: Deck) {
  const [asked, setAsked] = useState<Asked | undefined>(() => cardAfter(deck, undefined))
  const current = asked?.card
  const [isOpen, setOpen] = useState(false)
  const [done, setDone] = useState<readonly string[]>([])
  const [said, setSaid] = useState('')
  const box = useRef<HTMLDivElement>(null)

  // After each grading, and when another tab has graded, the next card is chosen from what the log now says.
  const awaits = useRef<string | undefined>(undefined)
  useEffect(() => {
    if (awaits.current === undefined && current !== undefined) return
    setAsked(cardAfter(deck, awaits.current))
    setOpen(false)
    awaits.current = undefined
    box.current?.focus()
  }, [deck])

  const leave = async (how: Promise<string>, words: string) => {
    awaits.current = current && cardKeyOf(current)
    setDone([...done, await how])
    setSaid(words)
  }
  const act = {
    flip: () => setOpen(true),
    grade(grade: Grade) {
      if (!current || !isOpen) return
      const { id: card, version } = current
      void leave(deck.record({ type: 'graded', card, version, grade }), `${grade}.`)
    },
    async bury() {
      if (!current) return
      const how = deck.record({ type: 'buried', card: current.id, untilAt: tomorrow() })
      await leave(how, 'Put off until tomorrow.')
    },
    async suspend() {
      if (!current) return
      const how = deck.record({ type: 'suspended', what: 'card', which: current.id, isSuspended: true })
      await leave(how, 'You won’t see this card again.')
    },
    async undo() {
      const last = done.at(-1)
      if (last === undefined) return
      awaits.current = ''
      setDone(done.slice(0, -1))
      setSaid('Undone.')
      await deck.record({ type: 'undone', event: last })
    },
  }
  useKeys({
    ' ': act.flip,
    Enter: act.flip,
    1: () => act.grade('again'),
    2: () => act.grade('hard'),
    3: () => act.grade('good'),
    4: () => act.grade('easy'),
    u: () => void act.undo(),
    b: () => void act.bury(),
    s: () => void act.suspend(),
  })
  return { current, showing: asked?.showing ?? 0, isOpen, done, said, box, act }
}

/** The card that is asked, and how often it was graded before. */
interface Asked {
  readonly card: CourseCard
  readonly showing: number
}

function cardAfter({ reviews, cards, missed }: Deck, previous: string | undefined): Asked | undefined {
  const key = nextCard(reviews, cards, missed, readClock(), previous)
  const card = cards.find((one) => cardKeyOf(one) === key)
  return card && { card, showing: reviews.histories.get(cardKeyOf(card))?.length ?? 0 }
}

/** Four in the morning of the reader's next day. */
function tomorrow(): number {
  const at = new Date()
  at.setDate(at.getDate() + 1)
  at.setHours(4, 0, 0, 0)
  return at.getTime()
}

/** Keys of the session, while no field or button has the focus that wants them. */
function useKeys(keys: Readonly<Record<string, () => void>>): void {
  const latest = useRef(keys)
  latest.current = keys
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return
      const target = event.target as Element
      if (target.closest('input, textarea, select')) return
      if (target.closest('button, a, summary') && (event.key === ' ' || event.key === 'Enter')) return
      const act = Object.hasOwn(latest.current, event.key) ? latest.current[event.key] : undefined
      if (act === undefined) return
      event.preventDefault()
      act()
    }
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  }, [])
}
