import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { z } from 'astro/zod'
import { parse } from 'yaml'
import { type PartName, partsFor } from '#sandbox/engine-part.ts'
import { lessonFolder, lessonSlugs } from './lessons.ts'
import { partTable } from './runtime.ts'
import { shipped, type ShippedCell } from './shipped.ts'

/** What challenge.yaml says. */
const shape = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  /** Raised when what is asked changes: a reader who solved an earlier version is told so. */
  version: z.int().positive(),
  /** The heading of the lesson that teaches what is needed, by its anchor. */
  section: z.string(),
  title: z.string().max(80),
  /** What has to hold, in a sentence or a few. `code` between backticks. */
  goal: z.string(),
  /** From a nudge to nearly all of it, opened one by one. */
  hints: z.array(z.string()).min(2).max(5),
  /** Known-bad answers by the names of their files, and why each is refused. */
  bad: z.record(
    z.string(),
    z.strictObject({
      result: z.enum(['broken', 'dear', 'untested', 'unfit']),
      /** The check that it breaks, where it breaks one. */
      check: z.string().optional(),
      because: z.string(),
    }),
  ),
})

/** What `challenge.yaml` says. */
type ChallengeSaid = z.infer<typeof shape>

/** A known-bad answer: what it does wrong, and what the judge has to say of it. */
interface BadAnswer {
  readonly name: string
  readonly source: string
  readonly result: ChallengeSaid['bad'][string]['result']
  readonly check: string | undefined
  readonly because: string
}

/** A challenge as its folder has it. */
export interface ChallengeFiles extends Omit<ChallengeSaid, 'bad'> {
  readonly lesson: string
  readonly folder: string
  readonly starter: string
  readonly solution: string
  readonly check: string
  readonly bad: readonly BadAnswer[]
}

/** What every challenge's run ends with: the judge is asked. */
const judgeSource = `import { challenge } from 'engine'
import { asked } from './check'
import * as answer from './answer'
import * as reference from './solution'

challenge(asked, answer, reference)
`

let all: readonly ChallengeFiles[] | undefined

/** Every challenge of the course, in the lessons' order, then by its folder's name. */
export function challenges(): readonly ChallengeFiles[] {
  all ??= readAll()
  return all
}

/** @throws Error that fails the build for a name that no challenge has */
export function challengeNamed(id: string): ChallengeFiles {
  const found = challenges().find((one) => one.id === id)
  if (found !== undefined) return found
  const known = challenges().map((one) => one.id)
  throw new Error(`There is no challenge "${id}". Expected one of: ${known.join(', ')}.`)
}

function readAll(): readonly ChallengeFiles[] {
  const found = lessonSlugs().flatMap((lesson) => {
    const root = join(lessonFolder(lesson), 'challenges')
    if (!existsSync(root)) return []
    return readdirSync(root)
      .sort()
      .map((name) => readChallenge(lesson, join(root, name)))
  })
  const twice = found.find(({ id }, index) => found.findIndex((other) => other.id === id) !== index)
  if (twice !== undefined)
    throw new Error(
      `${twice.folder}: expected an id of its own, received "${twice.id}", which another challenge has. Rename one.`,
    )
  return found
}

/**
 * One challenge's folder, read and checked.
 * @throws Error that says where, what was expected and received, and the cure
 */
export function readChallenge(lesson: string, folder: string): ChallengeFiles {
  const said = readSaid(join(folder, 'challenge.yaml'))
  if (said.id !== basename(folder))
    throw new Error(
      `${folder}/challenge.yaml, id: expected the folder's name "${basename(folder)}", received "${said.id}". Rename one of them.`,
    )
  const text = (name: string) => {
    const path = join(folder, `${name}.ts`)
    if (!existsSync(path))
      throw new Error(
        `${folder}: expected a file ${name}.ts, received none. A challenge has challenge.yaml, starter.ts, solution.ts, check.ts and two or more bad-NAME.ts.`,
      )
    return readFileSync(path, 'utf8').trimEnd()
  }
  const files = readdirSync(folder).flatMap((file) => /^bad-(.*)\.ts$/.exec(file)?.[1] ?? [])
  const named = Object.keys(said.bad)
  const unsaid = files.find((name) => !named.includes(name))
  if (unsaid !== undefined)
    throw new Error(
      `${folder}/challenge.yaml, bad: expected an entry "${unsaid}" for bad-${unsaid}.ts, received none. Say why it's refused.`,
    )
  if (named.length < 2)
    throw new Error(
      `${folder}/challenge.yaml, bad: expected two known-bad answers or more, received ${named.length}. Add a bad-NAME.ts and its entry.`,
    )
  const bad = named.map((name) => {
    const { result, check, because } = said.bad[name]!
    return { name, source: text(`bad-${name}`), result, check, because }
  })
  return {
    ...said,
    lesson,
    folder,
    starter: text('starter'),
    solution: text('solution'),
    check: text('check'),
    bad,
  }
}

function readSaid(path: string): ChallengeSaid {
  if (!existsSync(path)) throw new Error(`${path}: expected a file, received none. It says what is asked.`)
  const value: unknown = parse(readFileSync(path, 'utf8'))
  const read = shape.safeParse(value)
  if (read.success) return read.data
  const [issue] = read.error.issues
  const where = issue?.path.join('.') ?? ''
  const received = issue?.path.reduce<unknown>(
    (inner, key) => (inner as Record<PropertyKey, unknown> | undefined)?.[key],
    value,
  )
  throw new Error(
    `${path}, ${where || 'the whole file'}: ${issue?.message ?? 'something else is expected'}; received ${JSON.stringify(received) ?? 'nothing'}. Another challenge shows how it's written.`,
  )
}

/** The cells of a challenge's run: the reader's answer (the starter, to begin with), the reference, the check, the judge. */
export function challengeCells({
  folder,
  starter,
  solution,
  check,
}: ChallengeFiles): Readonly<Record<string, ShippedCell>> {
  const sources = { answer: starter, solution, check, judge: judgeSource }
  return Object.fromEntries(
    Object.entries(sources).map(([name, source]) => [name, shipped(folder, name, source)]),
  )
}

/** The cells of a challenge that a reader made: its goal and the answer to begin with come with the link. */
export function madeCells(): Readonly<Record<string, ShippedCell>> {
  const text = (name: string) => readFileSync(join('content/made', `${name}.ts`), 'utf8').trimEnd()
  const sources = {
    answer: '',
    goal: text('goal'),
    solution: text('solution'),
    check: text('check'),
    judge: judgeSource,
  }
  return Object.fromEntries(
    Object.entries(sources).map(([name, source]) => [name, shipped('content/made', name, source)]),
  )
}

/** The parts of the engine that a challenge's run needs, as long as its reader imports nothing else. */
export function challengeParts(files: ChallengeFiles): readonly PartName[] {
  return partsFor(Object.values(challengeCells(files)), partTable)
}
