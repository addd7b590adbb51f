import { openDistantRunService } from '#figures/cluster-bench/run-service-client.ts'
import { itemText } from '#sandbox/format.ts'
import type { Item, Json } from '#sandbox/items.ts'

interface Source {
  readonly name: string
  readonly text: string
}

/** What is told of verdicts and of the smallest plan: asked of the engine, in a worker of the page. */
export interface Judge {
  judged(plan: unknown): Promise<Judged | undefined>
}

/** What the checks say of a run. */
export interface Judged {
  readonly verdicts: readonly { readonly check: string; readonly result: string; readonly why: string }[]
  /** The smallest plan that still breaks the check that was found broken first. */
  readonly smallest?: { readonly check: string; readonly plan: unknown } | undefined
}

/** More declarations than this tell an assistant less. */
const mostDeclarations = 40

/**
 * The cell and what it imports, the declarations of the engine's names that it uses, what it printed, the verdicts on the
 * first run that it shows and the smallest plan that still breaks, as Markdown. `declared`: declarations by name.
 */
export async function assistantText(
  sources: readonly Source[],
  items: readonly Item[] | undefined,
  declared: Readonly<Record<string, string>>,
  judge: Judge = deskJudge,
): Promise<string> {
  const [main, ...imported] = sources
  const names = usedNames(sources, declared)
  const plan = items?.map(planOf).find((one) => one !== undefined)
  const judged = plan === undefined ? undefined : await judge.judged(plan)
  return [
    '# A cell of a course on distributed systems',
    "It runs in a sandbox and imports only `'engine'`, a small deterministic simulator, and other cells. A run is a pure function of its plan. In a program each `yield*` takes virtual time.",
    `## ${main!.name}.ts`,
    fenced(main!.text, 'ts'),
    ...imported.flatMap(({ name, text }) => [`## ${name}.ts, which it imports`, fenced(text, 'ts')]),
    ...(names.length === 0
      ? []
      : [
          '## Types of the engine that it uses',
          fenced(names.map((name) => declared[name]).join('\n\n'), 'ts'),
        ]),
    '## What it printed',
    items === undefined ? 'It hasn’t been run since it was opened.' : fenced(printed(items), 'text'),
    ...(judged === undefined ? [] : verdictLines(judged)),
    ...(plan === undefined
      ? []
      : ['## The plan of its first run', fenced(JSON.stringify(plan, null, 1), 'json')]),
    ...smallestLines(judged),
  ].join('\n\n')
}

function verdictLines({ verdicts }: Judged): readonly string[] {
  if (verdicts.length === 0) return []
  const lines = verdicts.map(({ check, result, why }) => `- ${check}: ${result}. ${why}`)
  return ['## Verdicts on its first run', lines.join('\n')]
}

function smallestLines(judged: Judged | undefined): readonly string[] {
  if (judged?.smallest === undefined) return []
  const { check, plan } = judged.smallest
  return [
    `## The smallest plan found that still breaks “${check}”`,
    fenced(JSON.stringify(plan, null, 1), 'json'),
  ]
}

function printed(items: readonly Item[]): string {
  const text = items.map(itemText).join('\n')
  return text === '' ? '(nothing)' : text
}

/** The engine's names in the texts, and the names in their declarations, in the order in which they come up. */
function usedNames(
  sources: readonly Source[],
  declared: Readonly<Record<string, string>>,
): readonly string[] {
  const found: string[] = []
  const waiting = sources.map(({ text }) => text)
  for (
    let text = waiting.shift();
    text !== undefined && found.length < mostDeclarations;
    text = waiting.shift()
  ) {
    for (const [word] of text.matchAll(/[A-Za-z_$][\w$]*/g)) {
      if (!Object.hasOwn(declared, word) || found.includes(word) || found.length >= mostDeclarations) continue
      found.push(word)
      waiting.push(declared[word]!)
    }
  }
  return found
}

/** The plan in a picture of a run. */
function planOf(item: Item): Json | undefined {
  if (item.type !== 'picture' || item.kind !== 'cluster') return undefined
  const { plan, recording } = item.data as {
    readonly plan?: Json
    readonly recording?: { readonly plan?: Json }
  }
  return plan ?? recording?.plan
}

/** Longer than any row of backticks in the text, or the text would end its own fence. */
function fenced(text: string, language: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length))
  const fence = '`'.repeat(longest + 1)
  return `${fence}${language}\n${text.trimEnd()}\n${fence}`
}

const deskJudge: Judge = {
  async judged(plan) {
    if ((plan as { readonly system?: unknown }).system === 'cell') return undefined
    const service = openDistantRunService()
    try {
      const played = await service.play(plan)
      if (!played.ok) return undefined
      const { verdicts } = played.value
      const broken = verdicts.find(({ result }) => result === 'broken')
      const smaller = broken && (await service.shrink(played.value.plan, broken.check))
      return {
        verdicts,
        smallest: broken && smaller?.ok ? { check: broken.check, plan: smaller.value } : undefined,
      }
    } finally {
      service.close()
    }
  },
}
