/**
 * Judges the engine by scenarios after the databases' own acceptance tests: `npm run upstream -- DIR [--only WORD] [--why]`.
 * DIR holds files of our own format (`*.yaml`, as content/engine/upstream), or modules `scenarios-*.ts` beside a `kit.ts` that
 * exports `Look`: each exports lists of `{test, file, shows, judge?, why?, outside?, cannotExpress?}`, where `judge()` gives
 * `{plan, expect(look)}` and `expect` the triples of what is compared. Without DIR our own are judged.
 * The last line is `N agree, N differ, N outside`; what is outside names its reason.
 */
import { existsSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { outcomeOf, upstreamScenarios } from '#build/upstream.ts'
import { run, scenarioOf, type Plan } from '#engine'
import type { ReplicaSetSettings } from '#engine/replica-set/options.ts'

interface Judged {
  readonly file: string
  readonly test: string
  readonly outcome: 'agrees' | 'differs' | 'outside'
  readonly wrong: readonly string[]
  readonly why: string
}

const given = process.argv.slice(2)
const only = given.includes('--only') ? given[given.indexOf('--only') + 1] : undefined
const folder = given.find((one, index) => !one.startsWith('--') && given[index - 1] !== '--only')
if (folder !== undefined && !existsSync(folder)) {
  console.error(
    `Expected a folder with scenarios; there's no ${folder}. Usage: npm run upstream -- [DIR] [--only WORD] [--why]`,
  )
  process.exit(1)
}
const told =
  folder === undefined || !existsSync(join(folder, 'kit.ts')) ? ours(folder) : await modules(resolve(folder))

let file = ''
const counts = { agrees: 0, differs: 0, outside: 0 }
for (const one of told) {
  if (only !== undefined && !`${one.file} ${one.test}`.includes(only)) continue
  counts[one.outcome]++
  if (one.file !== file) console.log(`\n${(file = one.file)}`)
  const reason = one.outcome === 'outside' ? `  (${one.why})` : ''
  console.log(`  ${one.outcome.padEnd(8)} ${one.test}${reason}`)
  for (const line of one.wrong) console.log(`           ${line}`)
  if (given.includes('--why') && one.outcome === 'differs') console.log(`           Why: ${one.why}`)
}
console.log(`\n${counts.agrees} agree, ${counts.differs} differ, ${counts.outside} outside`)
if (counts.agrees === 0 || counts.differs > 0) process.exitCode = 1

function ours(from: string | undefined): readonly Judged[] {
  return upstreamScenarios(from).map((one) => ({
    file: one.file,
    test: one.test,
    why: one.outside ?? '',
    ...outcomeOf(one),
  }))
}

type Expectation = readonly [what: string, real: unknown, ours: unknown]
interface Foreign {
  readonly test: string
  readonly file: string
  readonly judge?: () => {
    readonly plan: { readonly until: number }
    readonly expect: (look: unknown) => readonly Expectation[]
  }
  readonly why?: string
  readonly outside?: { readonly said: string | false }
}

async function modules(from: string): Promise<readonly Judged[]> {
  const load = async (name: string) =>
    (await import(pathToFileURL(join(from, name)).href)) as Readonly<Record<string, unknown>>
  const { Look } = (await load('kit.ts')) as { readonly Look: new (run: unknown, until: number) => unknown }
  const names = readdirSync(from).filter((name) => /^scenarios.*\.ts$/.test(name))
  const lists = await Promise.all(names.sort().map(load))
  const scenarios = lists.flatMap(
    (exported) => Object.values(exported).filter(Array.isArray).flat() as Foreign[],
  )
  return scenarios.map((one) => judged(one, Look))
}

function judged(one: Foreign, Look: new (run: unknown, until: number) => unknown): Judged {
  const { file: of, test } = one
  const said = one.outside?.said
  const known = upstreamScenarios().find((own) => own.outside !== undefined && own.file === of)
  const why = (typeof said === 'string' ? `leaves-out: ${said}` : undefined) ?? one.why ?? known?.outside ?? 'no plan can ask for it' // prettier-ignore
  if (one.judge === undefined) return { file: of, test, outcome: 'outside', wrong: [], why }
  const wrong = wrongOf(one.judge, Look)
  if (wrong.length === 0) return { file: of, test, outcome: 'agrees', wrong, why }
  if (one.outside !== undefined) return { file: of, test, outcome: 'outside', wrong, why }
  const later = afterStepDown(one.judge, Look)
  if (later !== undefined) return { file: of, test, outcome: 'outside', wrong: [], why: later }
  return { file: of, test, outcome: 'differs', wrong, why }
}

/**
 * A plan may stand in for the operator's wish that a member run by giving it the highest priority, and go on after that
 * member's step-down period, longer than the real test does. From then on the priority acts, in MongoDB as here: the
 * member takes over. Whatever agrees until then is outside from then on. Undefined for any other plan, and for one that
 * differs earlier. (TopologyCoordinator::_shouldTakeOverPrimary, _getMyUnelectableReason)
 */
function afterStepDown(
  judge: NonNullable<Foreign['judge']>,
  Look: new (run: unknown, until: number) => unknown,
): string | undefined {
  const plan = judge().plan as unknown as Plan
  const members = (plan.options as { readonly members?: ReplicaSetSettings['members'] }).members ?? {}
  const priority = (id: string | undefined) => members[id ?? '']?.priority ?? 1
  const others = (id: string) => plan.nodes.filter((node) => node.id !== id).map((node) => priority(node.id))
  for (const { do: what, at, coordinator: id, args } of plan.ops) {
    if (what !== 'stepDown' || id === undefined || priority(id) <= Math.max(...others(id))) continue
    const until = at + ((args as { readonly forMs?: number } | null)?.forMs ?? 60_000)
    if (until >= plan.until) continue
    const shorter = () => {
      const { plan: whole, expect } = judge()
      return { plan: { ...whole, until }, expect }
    }
    if (wrongOf(shorter, Look).length === 0)
      return `it agrees until ${until / 1000} s, when the step-down period of ${id} is over; ${id} has the highest priority, so it takes over then, as MongoDB’s would` // prettier-ignore
  }
  return undefined
}

function wrongOf(
  judge: NonNullable<Foreign['judge']>,
  Look: new (run: unknown, until: number) => unknown,
): readonly string[] {
  try {
    const { plan, expect } = judge()
    const played = run(scenarioOf(plan), { record: 'trace' })
    if (played.error !== undefined) throw played.error
    if (played.ended === 'budget') return ['the run took more steps than its budget']
    return expect(new Look(played, plan.until))
      .filter(([, real, own]) => JSON.stringify(real) !== JSON.stringify(own))
      .map(
        ([what, real, own]) => `${what}: the real one ${JSON.stringify(real)}, ours ${JSON.stringify(own)}`,
      )
  } catch (error) {
    return [`the plan cannot be run, or not be judged: ${(error as Error).message}`]
  }
}
