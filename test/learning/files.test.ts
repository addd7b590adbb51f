import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ankiText } from '#learning/anki.ts'
import { backupText, readBackup } from '#learning/backup.ts'
import { csvRows, csvText } from '#learning/csv.ts'
import { merge } from '#learning/merge.ts'
import { eventLists } from './events.ts'

describe('a backup', () => {
  it('is read as it was written, and merging it twice changes nothing', () => {
    fc.assert(
      fc.property(eventLists(2), ([one, other]) => {
        const drafts = [{ lesson: 'replicas', cell: 'late', starterHash: 'ab', text: 'const a = 1' }]
        const read = readBackup(backupText({ events: one!, drafts }, 5))
        expect(read).toMatchObject({ ok: true, events: one, drafts, setAside: 0, isNewer: false })
        if (!read.ok) return
        const whole = merge(other!, read.events)
        expect(merge(whole, read.events)).toEqual(whole)
      }),
      { seed: 41, numRuns: 60 },
    )
  })

  it('that is cut, foreign, damaged or newer says so and loses nothing of what can be read', () => {
    const event = { id: 'a-1', device: 'a', at: 1, type: 'read', lesson: 'replicas', section: 's' }
    const text = backupText({ events: [event], drafts: [] }, 5)
    expect(readBackup(text.slice(0, -20))).toMatchObject({ ok: false })
    expect(readBackup('[]')).toMatchObject({ ok: false })
    expect(readBackup('{"format":"other","events":[]}')).toMatchObject({ ok: false })
    const mixed = JSON.stringify({
      format: 'anti-entropy backup',
      version: 9,
      events: [event, { id: 3 }, null],
      drafts: [{ lesson: 'x' }],
    })
    expect(readBackup(mixed)).toMatchObject({ ok: true, events: [event], setAside: 3, isNewer: true })
  })
})

describe('the file for Anki', () => {
  const card = {
    id: 'replicas.quorum',
    deck: 'Replicas',
    front: 'How many of 3 are a "quorum"?',
    back: 'Two: R + W > N',
    passage: 'https://example.org/lessons/replicas/#quorum',
    tags: ['replicas', 'two words'],
  }

  it('says in its head how it is read, and keeps our id in the first field', () => {
    const lines = ankiText([card], 'Anti-Entropy').trimEnd().split('\n')
    const heads = lines.filter((line) => line.startsWith('#'))
    expect(heads).toEqual([
      '#separator:Tab',
      '#html:true',
      '#notetype:Anti-Entropy',
      '#columns:Id\tFront\tBack\tDeck\tTags',
      '#deck column:4',
      '#tags column:5',
    ])
    const [fields] = csvRows(lines.slice(heads.length).join('\n'))
    expect(fields).toEqual([
      'replicas.quorum',
      'How many of 3 are a &quot;quorum&quot;?',
      'Two: R + W &gt; N<br><a href="https://example.org/lessons/replicas/#quorum">In the lesson</a>',
      'Anti-Entropy::Replicas',
      'replicas two-words',
    ])
  })

  it('shows code as code, keeps lines and separators in their field, and says a deck by its path', () => {
    const odd = { ...card, front: 'What does `a < b` do?\nAnd\t"why"?', deck: 'Two\twords' }
    const [fields] = csvRows(ankiText([odd], 'Anti-Entropy').replace(/^#.*\n/gm, ''))
    expect(fields).toHaveLength(5)
    expect(fields![1]).toBe('What does <code>a &lt; b</code> do?<br>And\t&quot;why&quot;?')
    expect(fields![3]).toBe('Anti-Entropy::Two\twords')
  })

  it('has the same first fields when a card is reworded, so that importing again updates', () => {
    const ids = (text: string) => csvRows(text.replace(/^#.*\n/gm, '')).map(([id]) => id)
    expect(ids(ankiText([{ ...card, front: 'Reworded?' }], 'x'))).toEqual(ids(ankiText([card], 'x')))
  })
})

describe('a table as CSV', () => {
  it('is read as it was written, whatever its fields hold', () => {
    const field = fc
      .string({ unit: fc.constantFrom('a', ' ', ',', '"', '\n', ';', 'é') })
      .filter((text) => text.trim() !== '')
    fc.assert(
      fc.property(fc.array(fc.tuple(field, field), { minLength: 1, maxLength: 6 }), (rows) => {
        const table = [['front', 'back'], ...rows]
        expect(csvRows(csvText(table))).toEqual(table)
      }),
      { seed: 42, numRuns: 120 },
    )
  })

  it('is read with tabs or semicolons too, with or without a mark at its head', () => {
    expect(csvRows('\ufefffront\tback\r\nWhy?\tSo.\r\n\r\n')).toEqual([
      ['front', 'back'],
      ['Why?', 'So.'],
    ])
    expect(csvRows('front;back\nWhy, then?;So.')).toEqual([
      ['front', 'back'],
      ['Why, then?', 'So.'],
    ])
  })
})
