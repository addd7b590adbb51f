import { describe, expect, it } from 'vitest'
import { lessons } from './lessons.ts'

/** What a reader spends, in minutes: 200 words, or one of these. Moments say their own length. */
const wordsPerMinute = 200
const lasts: readonly (readonly [tag: RegExp, minutes: number])[] = [
  [/<Predict /g, 1.5],
  [/<Question /g, 1],
  [/<Cell (?![^>]*hidden)/g, 0.75],
  [/<[A-Z][A-Za-z]* id="[^"]*"/g, 1],
]
const noFigure =
  /<(?:Question|Predict|Revisit|Node|Term|Source|TeacherNote|Challenge|Claim)\b[^>]*id="[^"]*"/g

/** The lesson without what a reader may skip: folds, notes for teachers, and sections marked optional. */
function core(text: string): string {
  const body = text
    .replace(/^---[\s\S]*?\n---/, '')
    .replace(/<details>[\s\S]*?<\/details>/g, '')
    .replace(/<TeacherNote[^>]*\/>/g, '')
  return body
    .split(/^(?=#{2,3} )/m)
    .filter((section) => !/<Minutes of=\{\d+\} optional \/>/.test(section))
    .join('')
}

function estimate(text: string): number {
  const read = core(text)
  const words = read
    .replace(/<[^>]*>/g, ' ')
    .split(/\s+/)
    .filter((word) => /\w/.test(word)).length
  const moments = [...read.matchAll(/<Minutes of=\{(\d+)\} \/>/g)].reduce(
    (sum, [, of]) => sum + Number(of),
    0,
  )
  const figures = read.replace(noFigure, '')
  const done = lasts.reduce((sum, [tag, each]) => {
    const where = each === 1 && tag.source.includes('[A-Z]') ? figures : read
    return sum + each * (where.match(tag)?.length ?? 0)
  }, 0)
  return words / wordsPerMinute + moments + done
}

describe('the minutes of a lesson', () => {
  it.each(lessons.map((lesson) => [lesson.slug, lesson] as const))(
    '%s takes what it says, within four minutes of what its words, figures and questions add up to',
    (_, { text }) => {
      const said = Number(/^minutes: (\d+)$/m.exec(text)?.[1])
      expect(
        Math.abs(estimate(text) - said),
        `estimated ${estimate(text).toFixed(1)}, said ${said}`,
      ).toBeLessThanOrEqual(4)
    },
  )

  it('are 30, 25, 30 and 30 at most in the first four lessons', () => {
    const said = lessons.slice(0, 4).map(({ text }) => Number(/^minutes: (\d+)$/m.exec(text)?.[1]))
    expect(said.map((minutes, index) => minutes <= [30, 25, 30, 30][index]!)).toEqual([
      true,
      true,
      true,
      true,
    ])
  })

  it('grow with words, figures and questions, and not with what may be skipped', () => {
    const [{ text }] = lessons as [(typeof lessons)[number]]
    const more = (added: string) => estimate(`${text}\n\n${added}`) - estimate(text)
    expect(more('word '.repeat(400))).toBeCloseTo(2, 5)
    expect(more('<Question id="a.b" />')).toBeCloseTo(1, 5)
    expect(more('<Ring id="another" />')).toBeCloseTo(1, 5)
    expect(more(`<details>\n${'word '.repeat(400)}\n</details>`)).toBeCloseTo(0, 5)
    expect(more(`## Skipped\n\n<Minutes of={2} optional />\n\n${'word '.repeat(400)}`)).toBeCloseTo(0, 5)
  })
})
