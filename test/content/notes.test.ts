import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { course } from '#build/course.ts'
import { cardLines, claims, isHonouredIn, lessons, named, notes } from './content.ts'
import { blocksOf, type NotesBlock } from '#build/notes/blocks.ts'

interface Item {
  readonly section: string
  readonly kind: string
  readonly anchor: string
  readonly claims: readonly number[]
  readonly honoured?: readonly string[]
}

const items = (parse(readFileSync('content/notes-inventory.yaml', 'utf8')) as { items: readonly Item[] })
  .items
const blocks = blocksOf(notes).filter(({ kind }) => kind !== 'heading' && kind !== 'rule')

/** How a kind of passage is written in the notes: many pictures, lists and even one table are drawn in fenced text. */
const written: Readonly<Record<string, readonly NotesBlock['kind'][]>> = {
  frame: ['paragraph', 'list', 'quote'],
  prose: ['paragraph'],
  list: ['list', 'drawing'],
  analogy: ['drawing'],
  picture: ['drawing'],
  steps: ['drawing'],
  dialogue: ['drawing'],
  example: ['drawing'],
  table: ['table', 'drawing'],
  quote: ['quote'],
  remember: ['quote'],
}

/** The claims that are still to be honoured. Writing a lesson makes it smaller, knowingly; nothing makes it grow. */
const claimsToCome = 0
/** The passages of the notes that carry a claim and have none of it honoured. */
const passagesToCome = 0

const home = ['src/pages/index.astro', 'components/CourseMap.astro']
  .map((path) => readFileSync(path, 'utf8'))
  .join('\n')

/**
 * The text of `lesson#heading`, of the home page, or of the quick card, whose lines its page marks as claims;
 * `lesson#remember` is what the lesson's remember box holds.
 */
function passage(address: string): string {
  const [slug, heading] = address.split('#')
  if (address === 'quick-card#card')
    return cardLines.map(({ claim, line }) => `<Claim n={${claim}}>${line}</Claim>`).join('\n')
  if (slug === 'home') return home.includes(`id="${heading}"`) ? home : ''
  const lesson = lessons.find((one) => one.slug === slug)
  if (heading === 'remember') return /<Remember>([\s\S]*?)<\/Remember>/.exec(lesson?.body ?? '')?.[1] ?? ''
  return lesson?.sections.find((one) => one.slug === heading)?.text ?? ''
}

describe('the inventory of the notes', () => {
  test('has every block of the notes once, in order', () => {
    expect(blocks.length).toBeGreaterThan(50)
    expect(items.map(({ section }) => section)).toEqual(blocks.map(({ section }) => section))
    for (const [index, { anchor }] of items.entries()) {
      const holding = blocks.filter(({ text }) => text.includes(anchor))
      expect(holding, `the anchor “${anchor}” stands in one block`).toHaveLength(1)
      expect(holding[0], `the anchor “${anchor}” stands in block ${index + 1}`).toBe(blocks[index])
    }
  })

  test.each(items.map((item, index) => ({ ...item, block: blocks[index] })))(
    'calls “$anchor” by its kind, $kind',
    ({ kind, block }) => {
      expect(written[kind], `a known kind, not “${kind}”`).toBeDefined()
      expect(written[kind]).toContain(block?.kind)
    },
  )

  test('says Remember where the notes do', () => {
    const said = blocks.filter(({ text }) => text.includes('**Remember:**'))
    expect(said).toHaveLength(7)
    expect(items.filter(({ kind }) => kind === 'remember').map(({ anchor }) => anchor)).toEqual(
      said.map(({ text }) => items.find(({ anchor }) => text.includes(anchor))?.anchor),
    )
  })

  test('names each of the 108 claims once, in order', () => {
    expect(items.flatMap((item) => item.claims)).toEqual(Array.from({ length: 108 }, (_, index) => index + 1))
  })

  test('gives the claims of a section of the notes to the lesson of that section', () => {
    for (const { section, claims: numbers } of items.filter((item) => /^\d$/.test(item.section)))
      for (const n of numbers)
        expect(lessons.find(({ slug }) => slug === claims[n - 1]?.lesson)?.front.order, `claim ${n}`).toBe(
          Number(section),
        )
  })
})

describe('the notes are honoured', () => {
  const honoured = claims.filter(({ status }) => status === 'honoured').map(({ id }) => Number(id))

  test('in the sections 1 to 5 and on the card, claims 1 to 70 and 103 to 108', () => {
    const upTo70 = Array.from({ length: 70 }, (_, index) => 1 + index)
    expect(honoured).toEqual(expect.arrayContaining([...upTo70, 103, 104, 105, 106, 107, 108]))
  })

  test.each(honoured.map((n) => ({ n })))('claim $n has its passage where the inventory says', ({ n }) => {
    const item = items.find((one) => one.claims.includes(n))
    const marked = (item?.honoured ?? []).filter((address) =>
      named(passage(address), 'Claim', 'n').includes(String(n)),
    )
    expect(
      marked.map((address) => (address === 'quick-card#card' ? 'quick-card' : 'lesson')).toSorted(),
      `one passage of ${item?.honoured?.join(', ')} holds <Claim n={${n}}> for each of its places`,
    ).toEqual((claims[n - 1]?.places ?? ['lesson']).toSorted())
  })

  test('in the whole quick revision card, claims 103 to 108, a line each', () => {
    expect(cardLines.map(({ claim }) => claim)).toEqual([103, 104, 105, 106, 107, 108])
    expect(claims.filter((one) => isHonouredIn(one, 'quick-card')).map(({ id }) => Number(id))).toEqual(
      cardLines.map(({ claim }) => claim),
    )
    for (const { claim, name } of cardLines)
      expect(claims[claim - 1]?.notes.toLowerCase(), `claim ${claim} is on ${name}`).toContain(
        `card: ${name.toLowerCase()} –`,
      )
  })

  // Each corrected verdict, by the words without which the line would be the notes' own again.
  test.each([
    [103, /not a backup/i],
    [104, /on a schedule.*(schedules|switches) it/i],
    [105, /without exchanging all data.*leaves/i],
    [106, /without a leader.*request chooses how many.*later timestamp stays/i],
    [107, /per shard.*“Easy and flexible” is an opinion/i],
    [108, /many databases offer.*approximate: measure its recall/i],
  ])('and line %i of the card says what was corrected', (claim, corrected) => {
    expect(cardLines.find((line) => line.claim === claim)?.line).toMatch(corrected)
  })

  test('at places that exist', () => {
    const addresses = items.flatMap((item) => item.honoured ?? [])
    expect(addresses.filter((address) => passage(address).trim() === '')).toEqual([])
  })

  test('with the big flow drawn as the map on the home page: fork, join and a question between two stops', () => {
    expect(items.find(({ section, kind }) => section === 'flow' && kind === 'picture')?.honoured).toContain(
      'home#way',
    )
    const drawn = passage('home#way')
    expect(drawn).toMatch(/<CourseMap\b/)
    expect(drawn).toMatch(/class="fork"/)
    const stops = course()
    expect(stops.some(({ lessons: at }) => at.length > 1)).toBe(true)
    const questions = stops.flatMap(({ between }) => between.filter((words) => typeof words === 'string'))
    expect(questions.length).toBeGreaterThanOrEqual(5)
  })

  test('and a marker in a lesson is for a claim of that lesson that is honoured, once', () => {
    for (const lesson of lessons) {
      const numbers = named(lesson.body, 'Claim', 'n')
      expect(new Set(numbers).size, `${lesson.slug}: no claim twice`).toBe(numbers.length)
      expect(numbers.map(Number).toSorted((a, b) => a - b)).toEqual(
        claims
          .filter((one) => one.lesson === lesson.slug && isHonouredIn(one, 'lesson'))
          .map(({ id }) => Number(id)),
      )
    }
  })

  test(`and the rest is counted: ${claimsToCome} claims in ${passagesToCome} passages are to come`, () => {
    expect(claims.length - honoured.length).toBe(claimsToCome)
    const open = items.filter((item) => item.claims.length > 0 && item.honoured === undefined)
    expect(open).toHaveLength(passagesToCome)
    for (const { claims: numbers } of open) for (const n of numbers) expect(honoured).not.toContain(n)
  })
})
