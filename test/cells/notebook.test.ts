import 'fake-indexeddb/auto'
import { beforeEach, expect, test } from 'vitest'
import { notebookCells, playground, putCell, removeCell, settled } from '#cells/notebook.ts'
import { freeName } from '#text/cell-name.ts'
import { examples, newCell } from '#components/playground/examples.ts'
import { cellSource } from '#build/lessons.ts'
import { compile } from '#sandbox/compile.ts'
import { openStore } from '#storage/open.ts'

const cell = (name: string, addedAt: number, more = {}) => ({
  name,
  beginning: `// ${name}`,
  addedAt,
  ...more,
})

beforeEach(async () => {
  for (const { name } of await notebookCells()) await removeCell(name)
})

test('cells are kept in the order in which they came, with what the reader made of them', async () => {
  await putCell({
    ...cell('second', 2, { from: 'merkle-trees/first-run', isForeign: true }),
    text: '// mine',
  })
  await putCell(cell('first', 1))
  expect(await notebookCells()).toEqual([
    cell('first', 1),
    cell('second', 2, { from: 'merkle-trees/first-run', isForeign: true }),
  ])
  const { drafts } = await openStore()
  expect(await drafts.get(playground, 'second')).toMatchObject({ text: '// mine' })
  expect(await drafts.get(playground, 'first')).toBeUndefined()
  await removeCell('second')
  expect(await drafts.get(playground, 'second')).toBeUndefined()
  expect((await notebookCells()).map(({ name }) => name)).toEqual(['first'])
})

test('a record that says nothing of use still gives the reader their text', async () => {
  const { drafts } = await openStore()
  for (const starterHash of [
    '',
    '{',
    'null',
    '[]',
    '{"from":3,"addedAt":"x","isForeign":1}',
    '{"__proto__":{"from":"a/b"}}',
  ]) {
    await drafts.put({ lesson: 'playground-cells', cell: 'odd', starterHash, text: 'kept' })
    expect(await notebookCells()).toEqual([{ name: 'odd', beginning: 'kept', addedAt: 0 }])
  }
})

test('cells that come together get free names, and import each other by them', () => {
  const fresh = [
    {
      name: 'main',
      beginning: `import { merge } from './merge'\nimport "./other"`,
      text: `import{merge}from"./merge"`,
    },
    { name: 'merge', beginning: 'export const merge = 1 // from ./merge' },
  ]
  expect(settled(fresh, ['Merge', 'merge-2'])).toEqual([
    {
      name: 'main',
      beginning: `import { merge } from './merge-3'\nimport "./other"`,
      text: `import{merge}from"./merge-3"`,
    },
    { name: 'merge-3', beginning: 'export const merge = 1 // from ./merge' },
  ])
  expect(settled(fresh, [])).toEqual(fresh)
  expect(freeName('x'.repeat(60), ['x'.repeat(60)])).toHaveLength(57)
})

test('every example is a lesson’s cell, and a new cell compiles', () => {
  for (const { from } of examples)
    expect(cellSource(...(from.split('/') as [string, string])).length).toBeGreaterThan(0)
  expect(compile('cell', newCell).ok).toBe(true)
})
