import { describe, expect, test } from 'vitest'

import { cellNames, cellSource, lessonSlugs } from '#build/lessons.ts'
import { highlight, type Stretch } from '#build/highlight.ts'
import { stretches } from '#components/cell/syntax.ts'

/** The class of each character. */
const byCharacter = (list: readonly Stretch[]): readonly string[] =>
  list.flatMap(({ text, className }) => [...text].map(() => className))

const cells = lessonSlugs().flatMap((slug) =>
  cellNames(slug).map((name) => ({ name: `${slug}/${name}`, source: cellSource(slug, name) })),
)

/** What changes its colour when a reader enters the editor: characters that are seen, and whose classes differ. */
function changed(shown: readonly Stretch[], source: string): { seen: number; places: readonly number[] } {
  const [printed, edited] = [byCharacter(shown), byCharacter(stretches(source))]
  const seen = [...source].flatMap((character, place) => (/\s/.test(character) ? [] : [place]))
  return { seen: seen.length, places: seen.filter((place) => printed[place] !== edited[place]) }
}

describe('the colours of code', () => {
  test('of all characters of all cells, at most 2 % change on entering the editor; of no cell, 5 %', () => {
    let [all, different] = [0, 0]
    for (const { name, source } of cells) {
      const printed = highlight(source)
      expect(printed.map(({ text }) => text).join('')).toBe(source)
      const { seen, places } = changed(printed, source)
      expect(places.length / seen, name).toBeLessThanOrEqual(0.05)
      all += seen
      different += places.length
    }
    expect(cells.length).toBeGreaterThan(30)
    expect(different / all).toBeLessThanOrEqual(0.02)
  })

  test('use every class', () => {
    const code = '// why\nexport const add = (n: number): string => `${format(n + 1)}`\n'
    expect(new Set(byCharacter(highlight(code)))).toEqual(
      new Set(['', 'code-k', 'code-s', 'code-n', 'code-c', 'code-f', 'code-t']),
    )
  })

  test('leave a language that they do not know as it is', () => {
    expect(highlight('-- x', 'lean')).toEqual([{ text: '-- x', className: '' }])
  })
})
