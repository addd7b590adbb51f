import { describe, expect, it } from 'vitest'
import { cellValue, runCell, shippedCell } from '#build/cells.ts'
import { cellSource, lessonFolder } from '#build/lessons.ts'
import { compile } from '#sandbox/compile.ts'

describe('what an author gets wrong', () => {
  it('a lesson that is not there is refused with those that are', () => {
    expect(() => lessonFolder('merkle-tree')).toThrow(/no lesson "merkle-tree".*04-merkle-trees/s)
  })

  it('a cell that is not there is refused with those that are', () => {
    expect(() => cellSource('merkle-trees', 'hash')).toThrow(/no cell "hash".*hash-a-text.*A cell is a file/s)
  })

  it('a value that no cell publishes is refused with those it does', async () => {
    await expect(cellValue('merkle-trees', 'hash-a-text', 'bits')).rejects.toThrow(
      /no value "bits".*flipped/s,
    )
  })
})

describe('shippedCell(slug, name)', () => {
  it('is the compiled text of the cell, so that an untouched cell needs no compiler', () => {
    const { source, code, imports, hash } = shippedCell('merkle-trees', 'find-the-difference')
    const compiled = compile('find-the-difference', source)
    expect(compiled).toMatchObject({ ok: true, code, imports })
    expect(imports).toEqual(['engine', './build-a-tree'])
    expect(hash).toMatch(/^[0-9a-f]{16}$/)
  })
})

describe('runCell(slug, name)', () => {
  it('gives the same run again', async () => {
    const first = await runCell('merkle-trees', 'find-the-difference')
    expect(await runCell('merkle-trees', 'find-the-difference')).toEqual(first)
  })
})
