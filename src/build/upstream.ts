import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'astro/zod'
import { run, scenarioOf, shows, type Statement } from '#engine'
import { expandSteps, type Step } from './upstream-steps.ts'
import { wrongOf, type Expectation } from './upstream-look.ts'

/**
 * Scenarios after the databases' own acceptance tests (content/engine/upstream): each names the test that it follows, tells
 * it in our own words as a plan, and says what the real test expects; or says why no plan can. A file's name begins with the
 * database, `cassandra-` or `mongodb-`.
 */
const ownFolder = 'content/engine/upstream'

const scenario = z
  .strictObject({
    id: z.string().regex(/^[a-z0-9-]+$/),
    /** The upstream file, from the root of its repository, and the test in it; behind a colon which case of it. */
    file: z.string(),
    test: z.string(),
    /** What happens, in our own words. */
    shows: z.string(),
    system: z.enum(['ring', 'replica-set', 'sharded']).optional(),
    nodes: z.array(z.union([z.string(), z.looseObject({ id: z.string() })])).optional(),
    options: z.record(z.string(), z.unknown()).optional(),
    net: z.record(z.string(), z.unknown()).optional(),
    /** How long the plan goes on after the last step, in milliseconds. */
    longerMs: z.int().optional(),
    steps: z.array(z.looseObject({})).min(1).optional(),
    expect: z.array(z.looseObject({})).min(1).optional(),
    /** Why the model can't show it. */
    outside: z.string().optional(),
  })
  .refine(
    ({ steps, expect, outside }) => (outside === undefined) === (steps !== undefined && expect !== undefined),
    {
      error: 'expected `steps` and `expect`, or `outside` with the reason, and not both',
    },
  )

const source = z.strictObject({ repository: z.string(), commit: z.string(), licence: z.string() })

/** The other way to write one: a plan whole, and what it is to show as a kept plan says it (checks/statement.ts). */
const whole = z.strictObject({
  id: z.string(),
  upstream: z.strictObject({ repository: z.string(), file: z.string(), test: z.string() }),
  shows: z.string(),
  plan: z.looseObject({}).optional(),
  expect: z.array(z.looseObject({})).min(1).optional(),
  outside: z.strictObject({ why: z.string(), item: z.string().optional() }).optional(),
})

const file = z.strictObject({
  source: source.optional(),
  scenarios: z.array(z.union([scenario, whole])).min(1),
})

/** Where a scenario's test is kept, at which commit, and under which licence. */
export interface Source {
  readonly repository: string
  readonly commit?: string
  readonly licence: string
}

/** A scenario after one of the databases' own tests. */
export type Scenario = z.infer<typeof scenario> & {
  readonly source: Source
  readonly plan?: Readonly<Record<string, unknown>> | undefined
}

/** Licences of repositories whose files here say none of their own. */
const licences: Readonly<Record<string, string>> = {
  'mongodb/mongo': 'SSPL',
  'apache/cassandra-dtest': 'Apache-2.0',
}

/** All scenarios of a folder, in the order of its files. @throws an error that names the file and what is wrong in it */
export function upstreamScenarios(folder = ownFolder): readonly Scenario[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .flatMap((name) => {
      const read = file.safeParse(parse(readFileSync(join(folder, name), 'utf8')))
      if (!read.success) throw new Error(`${folder}/${name}: ${z.prettifyError(read.error)}`)
      const { source: from, scenarios } = read.data
      return scenarios.map((one): Scenario => {
        if ('upstream' in one) {
          const { upstream, outside, ...rest } = one
          const { repository, ...place } = upstream
          const origin = { repository, licence: licences[repository] ?? 'unknown' }
          return {
            ...rest,
            ...place,
            source: origin,
            ...(outside === undefined ? {} : { outside: outside.why }),
          }
        }
        if (from === undefined)
          throw new Error(`${folder}/${name}: expected \`source\`, or \`upstream\` in each scenario`)
        return { ...one, source: from }
      })
    })
}

/** What a scenario came to on the engine. */
export interface Outcome {
  readonly outcome: 'agrees' | 'differs' | 'outside'
  /** What the run doesn't show as the real test expects it. */
  readonly wrong: readonly string[]
}

/** Plays a scenario and compares. */
export function outcomeOf(one: Scenario): Outcome {
  if (one.expect === undefined) return { outcome: 'outside', wrong: [] }
  try {
    if (one.plan !== undefined) {
      const { result, why } = shows(one.expect as unknown as readonly Statement[])(
        run(scenarioOf(one.plan), { record: 'trace' }),
      )
      return result === 'holds' ? { outcome: 'agrees', wrong: [] } : { outcome: 'differs', wrong: [why] }
    }
    const expanded = expandSteps(one.steps as readonly Step[])
    const plan = planOf(one, expanded)
    const played = run(scenarioOf(plan), { record: 'trace' })
    if (played.error !== undefined) throw played.error
    if (played.ended === 'budget') throw new Error('the run took more steps than its budget')
    const wrong = wrongOf(played, expanded.names, one.expect as readonly Expectation[])
    return { outcome: wrong.length === 0 ? 'agrees' : 'differs', wrong }
  } catch (error) {
    return { outcome: 'differs', wrong: [error instanceof Error ? error.message : String(error)] }
  }
}

/** The plan of a scenario: times are milliseconds, each link takes one unless it's said. */
function planOf(one: Scenario, { ops, faults, endsAt }: ReturnType<typeof expandSteps>) {
  const { system = 'ring', nodes = ['A', 'B', 'C'], options = {}, net = {}, longerMs = 5_000 } = one
  return {
    v: 1,
    system,
    seed: 1,
    until: endsAt + longerMs,
    nodes: nodes.map((node) => (typeof node === 'string' ? { id: node } : node)),
    clients: [{ id: 'client' }],
    net: { latency: [1, 1], ...net },
    // The real tests of the ring switch hints off unless they're about them.
    options: system === 'ring' ? { hints: false, ...options } : options,
    ops,
    faults,
  }
}
