import { describe, expect, it } from 'vitest'
import { cellNames, cellSource, lessonSlugs } from '#build/lessons.ts'
import { foldsOf } from '#sandbox/folds.ts'

describe('the folded regions of a cell', () => {
  it('are found by their markers, which count as lines of the region', () => {
    const source = ['one', '// #setup', 'two', '// #end', 'three', '// #value', 'four', '// #end'].join('\n')
    expect(foldsOf(source)).toEqual({
      folds: [
        { kind: 'setup', from: 2, to: 4 },
        { kind: 'value', from: 6, to: 8 },
      ],
      stray: [],
    })
  })

  it('are not guessed at when a reader has removed a marker', () => {
    expect(foldsOf('// #end\n// #setup\n// #setup\nx\n// #end\n// #value')).toEqual({
      folds: [{ kind: 'setup', from: 3, to: 5 }],
      stray: [1, 2, 6],
    })
  })

  it('leave remarks that only mention a marker alone', () => {
    expect(foldsOf('// see #setup\nlet x = 1 // #value\n')).toEqual({ folds: [], stray: [] })
  })

  it('are whole in every cell of the course', () => {
    const broken = lessonSlugs().flatMap((slug) =>
      cellNames(slug).flatMap((name) =>
        foldsOf(cellSource(slug, name)).stray.map((line) => `${slug}/${name}:${line}`),
      ),
    )
    expect(broken).toEqual([])
  })
})
