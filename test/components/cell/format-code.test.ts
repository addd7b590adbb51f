import { expect, it } from 'vitest'
import { cellNames, cellSource, lessonSlugs } from '#build/lessons.ts'
import { changeBetween } from '#components/cell/change-between.ts'
import { formatCode } from '#components/cell/format-code.ts'

it('formats as the course’s own cells are set, types included, and keeps the cursor at its word', async () => {
  const before = 'const a:number=1;\nconsole.log( a )'
  const { text, cursor } = await formatCode(before, before.indexOf('log'))
  expect(text).toBe('const a: number = 1\nconsole.log(a)')
  expect(text.slice(cursor)).toBe('log(a)')
})

it('changes nothing in cells that the course ships', async () => {
  const slug = lessonSlugs()[1]!
  for (const name of cellNames(slug).filter((one) => !one.startsWith('quiz-'))) {
    const source = cellSource(slug, name).trimEnd()
    expect((await formatCode(source, 0)).text, name).toBe(source)
  }
})

it('rejects what does not parse, with its line', async () => {
  await expect(formatCode('const a = 1\nconst b = }', 0)).rejects.toMatchObject({
    loc: { start: { line: 2 } },
  })
})

it.each([
  ['abc', 'abc'],
  ['', 'new'],
  ['aaaa', 'aa'],
  ['aa', 'aaaa'],
  ['one two three', 'one 2 three'],
  ['x', ''],
])('the one change from %j to %j makes the other text', (before, after) => {
  const { from, to, insert } = changeBetween(before, after)
  expect(before.slice(0, from) + insert + before.slice(to)).toBe(after)
  expect(from).toBeLessThanOrEqual(to)
})
