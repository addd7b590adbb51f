import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { parse } from 'yaml'
import { packed, unpacked, type PackedHead } from '#engine/vectors/packed.ts'
import { numberInProse } from '#sandbox/format.ts'
import { vectorsOf } from '#search/course-index.ts'
import { cutPassages, type PageText } from '#search/cut.ts'
import { tokenTable, type TokenTable } from '#search/embed.ts'
import type { Asked } from '#search/measure.ts'
import type { Passage } from '#search/passage.ts'
import { cellValue } from './cells.ts'
import { lessonFolder, lessonSlugs } from './lessons.ts'
import { onceABuild } from './once-a-build.ts'

const folder = 'content/vectors'
const referenceFolder = 'content/reference'

/**
 * The passages of every lesson that's written, then of the reference pages. With `values`, numbers that a run gives stand
 * in them: in all passages, or in those of the pages named. With `upTo`, of the lessons up to that one: what a lesson
 * measures doesn't change, and takes no longer, when lessons are added after it.
 */
export async function coursePassages({
  values,
  upTo,
}: {
  readonly values: boolean | ReadonlySet<string>
  readonly upTo?: string | undefined
}): Promise<readonly Passage[]> {
  const passages: Passage[] = []
  for (const place of searchedPages(upTo)) {
    const text = textAt(place)
    if (text === undefined) continue
    const isFilled = typeof values === 'boolean' ? values : values.has(text.slug)
    if (!isFilled || !text.body.includes('<Value ')) passages.push(...bare(text))
    else {
      const known = await valuesIn(text.slug, text.body)
      passages.push(...cutPassages(text, (tag) => known.get(tag) ?? '…'))
    }
  }
  return passages
}

/** Where a page's text is that its author wrote. */
interface Place {
  readonly slug: string
  readonly page: string
  readonly file: string
}

/** The text of a page; undefined while it isn't written. */
const textAt = onceABuild(({ slug, page, file }: Place): PageText | undefined => {
  const [, front = '', body = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(readFileSync(file, 'utf8')) ?? []
  const { title, status = 'ready' } = parse(front) as { readonly title: string; readonly status?: string }
  return status === 'ready' ? { slug, page, title, body } : undefined
})

/** A page's passages without the numbers of its runs. */
const bare = onceABuild((text: PageText): readonly Passage[] => cutPassages(text))

/** The pages whose paragraphs are searched, each with the file that its author wrote. */
function searchedPages(upTo: string | undefined): readonly Place[] {
  return [...lessonSlugs(upTo).map((slug) => lessonPlace(slug)), ...referencePlaces()]
}

const lessonPlace = onceABuild((slug: string): Place => ({
  slug,
  page: `lessons/${slug}/`,
  file: join(lessonFolder(slug), 'index.mdx'),
}))

const referencePlaces = onceABuild((): readonly Place[] =>
  readdirSync(referenceFolder)
    .filter((name) => name.endsWith('.mdx'))
    .sort()
    .map((name) => basename(name, '.mdx'))
    .map((slug) => ({ slug, page: `reference/${slug}/`, file: join(referenceFolder, `${slug}.mdx`) })),
)

/** What each `<Value>` of a text stands for. */
async function valuesIn(slug: string, body: string): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>()
  for (const [tag] of body.matchAll(/<Value [^>]*\/>/g)) {
    const field = (name: string) => new RegExp(`${name}="([^"]*)"`).exec(tag)?.[1]
    const digits = Number(/digits=\{(\d+)\}/.exec(tag)?.[1] ?? 3)
    const value = await cellValue(field('lesson') ?? slug, field('cell') ?? '', field('name') ?? '')
    found.set(tag, typeof value === 'number' ? numberInProse(value, digits) : String(value))
  }
  return found
}

/** The token table, as it lies in content/vectors. */
export const courseTable = onceABuild((): TokenTable => {
  const head = JSON.parse(tableFile('static.json').toString()) as PackedHead & {
    readonly tokens: readonly string[]
  }
  return tokenTable(head, unpacked(head, tableFile('static.bin')))
})

/** The passages' vectors: the same text has the same one wherever it's searched. */
export function courseVectors(passages: readonly Passage[]): readonly Float32Array[] {
  return passages.map((passage) => vectorOf(passage.text))
}

const vectorOf = onceABuild((text: string) => vectorsOf([{ text }], courseTable())[0]!)

/** A file of content/vectors. */
export function tableFile(name: 'static.json' | 'static.bin'): Buffer {
  return readFileSync(join(folder, name))
}

/** What the site's search fetches: the passages, and their vectors packed. */
export async function searchFiles(): Promise<{ readonly json: string; readonly bin: Uint8Array }> {
  const passages = await coursePassages({ values: true })
  const { head, bytes } = packed(courseVectors(passages))
  return { json: JSON.stringify({ ...head, passages }), bin: bytes }
}

/** The sample questions, written before any search was run. */
export function sampleQuestions(): readonly Asked[] {
  const { questions } = JSON.parse(readFileSync(join(folder, 'questions.json'), 'utf8')) as {
    readonly questions: readonly Asked[]
  }
  return questions
}

/** The own quiz prompts and card fronts of the course, or of its lessons up to one, each answered by its section. */
export function ownQuestions(upTo?: string): readonly Asked[] {
  return lessonSlugs(upTo).flatMap((slug) =>
    ['quiz.yaml', 'cards.yaml'].flatMap((name) => {
      const path = join(lessonFolder(slug), name)
      if (!existsSync(path)) return []
      const { questions = [], cards = [] } = parse(readFileSync(path, 'utf8')) as {
        readonly questions?: readonly { readonly prompt: string; readonly section: string }[]
        readonly cards?: readonly { readonly front: string; readonly section: string }[]
      }
      return [
        ...questions.map(({ prompt, section }) => ({ question: prompt, answers: [`${slug}#${section}`] })),
        ...cards.map(({ front, section }) => ({ question: front, answers: [`${slug}#${section}`] })),
      ]
    }),
  )
}
