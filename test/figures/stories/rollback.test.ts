import { expect, test } from 'vitest'
import { mostActs, placed, type Act } from '#figures/stories/rollback/acts.ts'
import { tell } from '#figures/stories/rollback/tell.ts'

const writeAtA: Act = { do: 'write at A' }
const cut: Act = { do: 'cut' }
const heal: Act = { do: 'heal' }
const wait: Act = { do: 'wait' }
const alone: readonly Act[] = [writeAtA, cut, writeAtA, wait, wait, wait]

/** The acts of a whole rollback: the primary beyond the cut is the one that the run before it has elected. */
function whole(): readonly Act[] {
  const via = tell(alone).primaryBeyond!
  return [...alone, { do: 'write beyond the cut', via }, heal, wait, wait]
}

test('nothing has happened before the first act', () => {
  expect(tell([])).toMatchObject({ isCut: false, lines: [], reached: [false, false, false, false] })
  expect(tell([]).members.map(({ id, role }) => [id, role])).toEqual([
    ['A', 'primary'],
    ['B', 'secondary'],
    ['C', 'secondary'],
  ])
})

test('the acts come one by one, and the last of them opens a file with the order', () => {
  const acts = whole()
  const reached = acts.map((_, index) => tell(acts.slice(0, index + 1)).reached.filter(Boolean).length)
  expect(reached).toEqual([...reached].sort())
  expect([reached[0], reached.at(-1)]).toEqual([1, 4])
  const { members, isCut } = tell(acts)
  expect(isCut).toBe(false)
  expect(members.flatMap(({ id, files }) => files.map(({ holds }) => [id, holds]))).toEqual([
    ['A', 'table 3 = no nuts'],
  ])
  const oplogs = members.map(({ oplog }) => oplog.map(({ term, text }) => `${term} ${text}`))
  expect(oplogs[0]).toEqual(oplogs[1])
  expect(oplogs[0]!.join()).toContain('walnut cake')
  expect(oplogs[0]!.join()).not.toContain('no nuts')
})

test('while A is cut off, it can’t know that a majority has its entry', () => {
  const entry = tell([writeAtA, cut, writeAtA]).members[0]!.oplog.at(-1)!
  expect(entry).toMatchObject({ text: 'table 3 = no nuts', isCommitted: false })
})

test('healed before anybody else is elected, nothing is undone', () => {
  const { members, reached } = tell([writeAtA, cut, writeAtA, heal, wait])
  expect(reached).toEqual([true, true, false, false])
  for (const { oplog } of members)
    expect(oplog.at(-1)).toMatchObject({ text: 'table 3 = no nuts', isCommitted: true })
})

test('as many acts as fit have moments of their own, and each written value its own name or turn', () => {
  const { acts, untilMs } = placed(Array.from({ length: mostActs }, () => writeAtA))
  expect(new Set(acts.map(({ at }) => at)).size).toBe(mostActs)
  expect(untilMs).toBeGreaterThan(acts.at(-1)!.at)
  expect(
    tell(acts.map(({ act }) => act)).members[2]!.oplog.filter(({ text }) => text.includes('=')),
  ).toHaveLength(mostActs)
})
