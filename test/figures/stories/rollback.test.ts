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

test('each act says what leads to the next, and following that shows all five', () => {
  const acts: Act[] = []
  const said: string[] = []
  for (let told = tell(acts); !told.next.startsWith('Open') && acts.length < mostActs; told = tell(acts)) {
    said.push(told.next)
    if (told.next.startsWith('Write to A')) acts.push(writeAtA)
    else if (told.next.startsWith('Cut')) acts.push(cut)
    else if (told.next.startsWith('Wait')) acts.push(wait)
    else if (told.next.startsWith('Heal the')) acts.push(heal)
    else acts.push({ do: 'write beyond the cut', via: told.primaryBeyond! })
  }
  expect(tell(acts).reached).toEqual([true, true, true, true])
  expect(said.slice(0, 3)).toEqual([
    'Write to A, and all three get the entry.',
    'Cut A off.',
    'Write to A: nobody can fetch that entry now.',
  ])
  expect(tell([writeAtA, cut, writeAtA, heal, wait]).next).toMatch(/^Healed too soon/)
  expect(tell([writeAtA, cut, wait, wait, wait]).next).toMatch(/^A has stepped down/)
})

test('a write that’s asked of a secondary is said to be taken by the primary, or by nobody', () => {
  const beyond: Act = { do: 'write beyond the cut', via: 'B' }
  expect(tell([beyond]).lines[0]!.text).toBe(
    'The cook asks B to store table 3 = walnut cake. B isn’t the primary, so A takes the write, and the cook is told: stored.',
  )
  expect(tell([cut, beyond]).lines.at(-1)!.text).toMatch(
    /B takes no writes, and the cook is told: nothing yet\.$/,
  )
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
