import { useState } from 'preact/hooks'
import { ankiText } from '#learning/anki.ts'
import { csvRows, csvText } from '#learning/csv.ts'
import { counted } from '#text/numbers.ts'
import { saveFile } from '#links/save-file.ts'
import type { Deck } from './use-reviews.ts'

/** Cards out, for Anki or a spreadsheet, and the reader's own cards in. */
export function CardFiles({ deck, site }: { readonly deck: Deck; readonly site: string }) {
  const [said, setSaid] = useState('')
  const anki = () =>
    saveFile(
      'anti-entropy-anki.txt',
      ankiText(
        deck.cards.map(({ id, lesson, lessonTitle, front, back, passage }) => ({
          ...{ id, deck: lessonTitle, front, back, tags: [lesson] },
          passage: new URL(passage ?? '/cards/', site).href,
        })),
        'Anti-Entropy',
      ),
    )
  const csv = () =>
    saveFile(
      'anti-entropy-cards.csv',
      csvText([
        ['id', 'lesson', 'front', 'back'],
        ...deck.cards.map(({ id, lesson, front, back }) => [id, lesson, front, back]),
      ]),
    )
  const bringIn = async (file: File | undefined) => {
    if (file === undefined) return
    if (file.size > mostCsvBytes)
      return setSaid('This file is larger than 5 MB: split it, please. It wasn’t opened.')
    const rows = csvRows(await file.text()).filter((row) => !isHeading(row))
    const whole = rows.flatMap((row) => {
      const [front = '', back = ''] = row.length >= 4 ? row.slice(2) : row
      return front.trim() === '' || back.trim() === '' ? [] : [{ front: front.trim(), back: back.trim() }]
    })
    const known = new Set(deck.cards.map(({ front, back }) => `${front}\n${back}`))
    const fresh = whole.filter(({ front, back }) => !known.has(`${front}\n${back}`))
    const now = Date.now().toString(36)
    await deck.recordAll(
      fresh.map(({ front, back }, index) => {
        const card = `own.${now}-${index}`
        return { type: 'wrote', card, lesson: 'own', isRemoved: false, front, back }
      }),
    )
    const left = rows.length - fresh.length
    setSaid(
      `${counted(fresh.length, 'card')} added.` +
        (left > 0
          ? ` ${counted(left, 'line')} skipped, because ${left === 1 ? 'it’s' : 'they’re'} incomplete or you have ${left === 1 ? 'it' : 'them'}.`
          : ''),
    )
  }
  return (
    <>
      <p class="review-files">
        <button class="button" type="button" onClick={anki}>
          Save for Anki
        </button>
        <button class="button" type="button" onClick={csv}>
          Save as CSV
        </button>
        <label class="button">
          Import a CSV file
          <input
            class="visually-hidden"
            type="file"
            accept=".csv,.tsv,.txt,text/csv"
            onChange={({ currentTarget }) => void bringIn(currentTarget.files?.[0])}
          />
        </label>
      </p>
      <p role="status">{said}</p>
      <p class="hint">
        For Anki, first make a note type named Anti-Entropy there: Tools, Manage Note Types, Add, clone Basic,
        and in its Fields add Id and move it to position 1. Then File, Import. Importing a later file again
        updates the cards and keeps your schedule, because Anki knows a card by that first field. Each row of
        an imported CSV needs a question and an answer.
      </p>
    </>
  )
}

/** Tens of thousands of cards: more than anybody reviews, and as much as a page can take in. */
const mostCsvBytes = 5_000_000

const isHeading = (row: readonly string[]): boolean =>
  row.some((name) => /^(front|question)$/i.test(name.trim()))
