import { expect, test } from 'vitest'
import { courseTable } from '#build/search.ts'
import { modelSnapshot } from '#build/snapshot.ts'
import { measureWholeModel } from '#search/whole-model.ts'

test('the whole model and its table find in the snapshot what was measured when both were made', () => {
  const snapshot = modelSnapshot()
  expect(snapshot.passages).toHaveLength(215)
  const ids = new Set(snapshot.passages.map(({ id }) => id))
  expect(snapshot.questions.flatMap(({ answers }) => answers).filter((id) => !ids.has(id))).toEqual([])

  const [words, table, model] = measureWholeModel(snapshot, courseTable())
  // By another program, in Python: see content/vectors/README.md.
  expect(table!.all.slice(0, 2)).toEqual([20, 27])
  expect(model!.all.slice(0, 2)).toEqual([17, 27])
  expect([table!.apart[1], model!.apart[1]]).toEqual([6, 4])
  // What lesson 7 says below its table.
  expect(words!.apart[2]).toBe(0)
  expect(words!.all[0]).toBeGreaterThan(Math.max(table!.all[0]!, model!.all[0]!))
})
