import { readdirSync, readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { describe, expect, it } from 'vitest'
import { run, scenarioOf, shows, type Statement } from '#engine'

interface Scenario {
  readonly id: string
  readonly upstream: { readonly repository: string; readonly file: string; readonly test: string }
  readonly shows: string
  readonly plan?: unknown
  readonly expect?: readonly Statement[]
  readonly outside?: { readonly why: string }
}

const folder = 'content/engine/upstream'
const scenarios = readdirSync(folder)
  .filter((name) => name.startsWith('mongodb-'))
  .flatMap(
    (name) =>
      (parse(readFileSync(`${folder}/${name}`, 'utf8')) as { readonly scenarios: readonly Scenario[] })
        .scenarios,
  )
const played = scenarios.filter(({ plan }) => plan !== undefined)

describe('scenarios after MongoDB’s own tests', () => {
  it('are at least twenty, each named once, and each says which test it’s after', () => {
    expect(played.length).toBeGreaterThanOrEqual(20)
    expect(new Set(scenarios.map(({ id }) => id)).size).toBe(scenarios.length)
    for (const { upstream, shows: text } of scenarios) {
      expect(upstream.file).toMatch(/^jstests\/.+\.js$/)
      expect(text).toMatch(/^[A-Z].{20,}\.$/)
    }
  })

  it.each(played)('$id comes out as the real test expects: $shows', ({ plan, expect: statements }) => {
    const verdict = shows(statements!)(run(scenarioOf(plan), { record: 'trace' }))
    expect(verdict, verdict.why).toMatchObject({ result: 'holds' })
  })

  it('say of what is outside of the model why it is', () => {
    for (const { outside } of scenarios.filter(({ plan }) => plan === undefined))
      expect(outside?.why).toMatch(/^[A-Z].{20,}\.$/)
  })
})
