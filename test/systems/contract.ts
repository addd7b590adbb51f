import { expect } from 'vitest'
import { storedIn } from '#engine/checks/stored.ts'
import { scenarioOf } from '#engine/core/registry.ts'
import { run } from '#engine/core/run.ts'
import type { Plan } from '#engine/core/types.ts'
import { facesByName } from '#engine/face/face.ts'
import { outlineRun } from '#outline/outline.ts'
import type { RunOutline } from '#outline/types.ts'

/** Names that only programs use: camelCase, snake_case, and what a value becomes that nobody put in words. */
const programWords = /\b[a-z]+[A-Z]\w*\b|\b\w+_\w+\b|\[object|undefined|\bNaN\b|\bnull\b|[{}]/

/** Every system says what it is and what each of its operations does, and its levels where it has them. */
export function explainsItself(plan: Plan): void {
  const face = facesByName().get(plan.system)
  expect(face, `${plan.system} has no face: add src/engine/${plan.system}/face.ts`).toBeDefined()
  const { title, help } = face!
  expect(title).toMatch(/^\S.{3,}[^.]$/)
  const { operations, levels } = scenarioOf(plan).system
  expect(operations.length).toBeGreaterThan(0)
  for (const name of operations)
    expect(help.operations[name], `help for "${name}"`).toMatch(/^[A-Z].{15,}\.$/)
  for (const name of levels) expect(help.levels?.[name], `help for the level "${name}"`).toMatch(/\w{3}/)
  for (const name of Object.keys(help.operations)) expect(operations).toContain(name)
}

/** The run is drawn: nodes have lines that change, messages fly, and the background is less than the whole. */
export function isDrawn(plan: Plan): RunOutline {
  const outline = outlineRun(run(scenarioOf(plan), { record: 'states' }))
  expect(JSON.parse(JSON.stringify(outline))).toEqual(outline)
  expect(outline.steps.length).toBeGreaterThan(0)
  expect(outline.messages.length, 'messages that are drawn').toBeGreaterThan(0)
  expect(outline.states.some(({ state }) => state.lines.length > 0)).toBe(true)
  return outline
}

/** Neither steps nor states nor messages use a word that only programs know. */
export function isToldPlainly({ steps, states, messages, operations }: RunOutline): void {
  const texts = [
    // A message's address is a name that the bench and plans use: it stays as it is.
    ...steps.map(({ text }) => text.replace(/\S+>\S+ .+#\d+/, '')),
    ...states.flatMap(({ state }) => state.lines.flatMap(({ label, value }) => [label, value])),
    ...messages.flatMap(({ called, says }) => [called, says]),
    ...operations.flatMap(({ asked, answered }) => [asked, answered]),
  ]
  expect(texts.length).toBeGreaterThan(10)
  expect(texts.filter((text) => programWords.test(text)).slice(0, 5)).toEqual([])
}

/** The checks can look into the nodes: every key has replicas, a value, and a copy on each of them. */
export function isStoredReadably(plan: Plan): void {
  const done = run(scenarioOf(plan))
  const { keys, replicas, value, copy } = storedIn(done)
  expect(keys.length, 'keys that are stored').toBeGreaterThan(0)
  for (const key of keys) {
    expect(replicas(key).length).toBeGreaterThan(0)
    expect(value(key)).toMatch(/\S/)
    for (const node of replicas(key)) expect(typeof copy(node, key)).toBe('string')
  }
}
