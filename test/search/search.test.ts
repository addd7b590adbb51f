import { beforeAll, describe, expect, test } from 'vitest'
import { coursePassages, courseTable, ownQuestions, sampleQuestions } from '#build/search.ts'
import { unpacked, packed, rowsOf } from '#engine/vectors/packed.ts'
import { CourseIndex, methods, vectorsOf, type Method } from '#search/course-index.ts'
import { cutPassages } from '#search/cut.ts'
import { embed, piecesOf, wordsOf } from '#search/embed.ts'
import { hitsAt, placesOf, type Asked } from '#search/measure.ts'
import type { Passage } from '#search/passage.ts'
import { promptOf } from '#search/prompt.ts'
import { termsOf, withMeanings } from '#search/terms.ts'

const table = courseTable()
let passages: readonly Passage[]
let index: CourseIndex
beforeAll(async () => {
  passages = await coursePassages({ values: false })
  index = new CourseIndex(passages, table)
})

describe('the token table', () => {
  // Made beside the table, by the program that made it.
  test.each([
    [
      'Why did the deleted row come back?',
      '421 188 78 12352 3298 354 149 30',
      [-0.1293, 0.1071, 0.2046, -0.0227],
    ],
    ['MongoDB elects a new primary.', '13119 12853 38 129 1160 13', [-0.116, -0.3159, -0.0103, 0.0032]],
    ['Crème brûlée with blueberries, 2×', '11757 4715 145 6069 7389 145 89 712 3759 3216 11', [0.014, 0.071, -0.102, 0.1141]], // prettier-ignore
    ['floccinaucinihilipilification of replicas', '79 12179 97', [-0.0472, -0.1091, 0.2867, 0.2199]],
  ])('reads “%s” as its maker does', (text, rows, begins) => {
    expect(
      wordsOf(text)
        .flatMap((word) => piecesOf(word, table.rowOf))
        .join(' '),
    ).toBe(rows)
    const vector = embed(text, table)!
    for (const [place, value] of begins.entries()) expect(vector[place]).toBeCloseTo(value, 3)
  })

  test('says so when it knows no word', () => {
    expect(embed('floccinaucinihilipilification', table)).toBeUndefined()
    expect(embed('', table)).toBeUndefined()
  })
})

describe('cutting a lesson into passages', () => {
  const body = `Opening words that are long enough to stand alone as a passage of their own here.

## A heading with *marks*

<Claim n={1}>A claim with a <Term id="x">term</Term> and a source.<Source id="y" /></Claim> And \`code\`.

Short one.

<Cluster id="c" />

| a | b |
| - | - |
| one | two |
`
  test('keeps the words, drops marks and figures, and joins what is short', () => {
    const cut = cutPassages({ slug: 'l', page: 'lessons/l/', title: 'L', body })
    expect(cut.map(({ id }) => id)).toEqual(['l/top/1', 'l/a-heading-with-marks/1'])
    expect(cut[1]!.text).toBe('A claim with a term and a source. And code. a, b. one. two.')
  })

  test('puts in what a run gave', () => {
    const text =
      'It took <Value cell="c" name="n" /> rounds until everybody in all of the kitchens had heard of it.'
    expect(
      cutPassages({ slug: 'l', page: 'lessons/l/', title: 'L', body: text }, () => '7')[0]!.text,
    ).toContain('took 7 rounds')
  })

  test('gives the course’s passages ids of their own, and headings that its pages have', () => {
    expect(passages.length).toBeGreaterThan(200)
    expect(new Set(passages.map(({ id }) => id)).size).toBe(passages.length)
    expect(passages.filter(({ text }) => /<[A-Za-z]|\*\*|\]\(/.test(text)).map(({ id }) => id)).toEqual([])
  })
})

describe('the index', () => {
  test('finds by words only what shares one, and by vectors also what shares none', () => {
    const question = 'Why does a lone request not finish sooner on a bigger crew?'
    const sections = (method: Method) => index.search(question, method, 3).map(({ id }) => id)
    expect(sections('vectors').join()).toContain('distributed-systems/ten-chefs-in-one-kitchen-share-a-stove')
    expect(sections('words').join()).not.toContain('ten-chefs-in-one-kitchen')
    expect(index.search('xyzzy', 'words')).toEqual([])
    expect(index.search('floccinaucinihilipilification', 'sum')).toEqual([])
  })

  test('works by words alone before the table has come', () => {
    const words = new CourseIndex(passages)
    expect(words.search('CVE-2012-2459', 'words')[0]!.id).toMatch(/^merkle-trees\//)
    expect(words.search('CVE-2012-2459', 'vectors')).toEqual([])
  })

  test('gives the same with the vectors that the build packed', () => {
    const { head, bytes } = packed(vectorsOf(passages, table))
    const shipped = new CourseIndex(passages, table, {}, rowsOf(unpacked(head, bytes)))
    for (const { question } of sampleQuestions().slice(0, 12)) {
      expect(shipped.search(question, 'vectors', 3).map(({ id }) => id)).toEqual(
        index.search(question, 'vectors', 3).map(({ id }) => id),
      )
    }
  })

  test('puts the field’s words beside the story’s, every time it is asked', () => {
    expect(withMeanings('Kitchen B has the slip')).toBe(withMeanings('Kitchen B has the slip'))
    expect(withMeanings('Kitchen B has the slip')).toMatch(/node .*row/)
    expect(termsOf('The replicas were replicated')).toEqual(['replica', 'replic'])
  })

  test('makes a prompt that quotes each passage with its place', () => {
    const prompt = promptOf('Why?', passages.slice(0, 2))
    expect(prompt).toContain(`[1] ${passages[0]!.title}`)
    expect(prompt.trimEnd()).toMatch(/Question: Why\?$/)
    expect(promptOf('Why?', [])).toContain('No passage was found')
  })
})

describe('what was measured', () => {
  const found = (asked: readonly Asked[]) =>
    Object.fromEntries(
      methods.map((method) => {
        const places = placesOf(index, method, asked)
        return [method, [1, 3, 6].map((first) => hitsAt(places, first))]
      }),
    ) as Record<Method, [number, number, number]>

  test('every sample question is answered by a section that is there', () => {
    const sections = new Set(passages.map(({ slug, section }) => `${slug}#${section}`))
    expect(
      sampleQuestions()
        .flatMap(({ answers }) => answers)
        .filter((one) => !sections.has(one)),
    ).toEqual([])
    expect(sampleQuestions()).toHaveLength(40)
    expect(sampleQuestions().filter(({ answers }) => answers.length === 0)).toEqual([])
  })

  // The lesson says all of this; the exact hits are printed on its page. Texts change, so a few hits are left to chance.
  test('on the sample questions: each method finds most, and vectors what shares no word', () => {
    const all = found(sampleQuestions())
    for (const method of methods) expect(all[method][2], method).toBeGreaterThanOrEqual(20)
    expect(all.ranks[2]).toBeGreaterThanOrEqual(all.words[2] - 1)
    const apart = found(sampleQuestions().filter(({ kind }) => kind === 'apart'))
    expect(apart.words[1]).toBeLessThanOrEqual(2)
    expect(apart.vectors[1]).toBeGreaterThan(apart.words[1])
  })

  test('on the course’s own prompts: words are the best single method, and adding scores keeps up with them', () => {
    const own = found(ownQuestions())
    expect(own.words[0]).toBeGreaterThan(own.vectors[0] + 15)
    expect(own.sum[1]).toBeGreaterThanOrEqual(own.words[1] - 3)
    expect(own.ranks[0]).toBeLessThan(own.words[0])
  })

  test('a heading before each passage is no clear gain, neither for words nor for vectors', () => {
    const other = (context: 'none' | 'both') => new CourseIndex(passages, table, { context })
    for (const asked of [sampleQuestions(), ownQuestions()]) {
      const hits = (of: CourseIndex, method: Method) =>
        [1, 3].map((first) => hitsAt(placesOf(of, method, asked), first) / asked.length)
      for (const [headed, bare, method] of [
        [index, other('none'), 'words'],
        [other('both'), index, 'vectors'],
      ] as const)
        for (const [at, share] of hits(headed, method).entries())
          expect(Math.abs(share - hits(bare, method)[at]!), method).toBeLessThanOrEqual(0.08)
    }
  })
})
