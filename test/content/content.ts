import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { parse } from 'yaml'

export interface Claim {
  readonly id: string
  readonly notes: string
  readonly verdict: 'right' | 'imprecise' | 'wrong' | 'opinion'
  readonly say: string
  readonly sources: readonly string[]
  readonly lesson: string
  /** Where it's honoured; in its lesson, if nothing is said. */
  readonly places?: readonly ('lesson' | 'quick-card')[]
  readonly status: 'honoured' | 'to-come'
}

/** A line of the quick revision card. */
export interface CardLine {
  readonly claim: number
  readonly name: string
  readonly line: string
}

export interface Source {
  readonly id: string
  readonly title: string
  readonly by: string
  readonly url?: string
  readonly version?: string
  readonly date?: string
  readonly reading: string
  readonly via?: string
}

export interface Term {
  readonly id: string
  readonly term: string
  readonly means: string
  readonly lesson: string
}

/** A passage of a lesson under one heading. Text before the first heading has the slug `opening`. */
export interface Section {
  readonly slug: string
  readonly heading: string
  readonly level: number
  readonly text: string
}

/** A lesson as its author wrote it. */
export interface Lesson {
  readonly slug: string
  readonly folder: string
  readonly front: {
    readonly title: string
    readonly heading: string
    readonly status: string
    readonly order: number
  }
  readonly body: string
  readonly sections: readonly Section[]
}

/** A tag in a lesson's text with its attributes; `n={4}` and `n="4"` both give '4'. */
export interface Tag {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
}

const read = (path: string): string => readFileSync(path, 'utf8')
const list = (path: string, key: string): unknown => (parse(read(path)) as Record<string, unknown>)[key]

export const claims = list('content/claims.yaml', 'claims') as readonly Claim[]
export const sources = list('content/sources.yaml', 'sources') as readonly Source[]
export const terms = list('content/glossary.yaml', 'terms') as readonly Term[]
export const cardLines = list('content/cards-quick.yaml', 'lines') as readonly CardLine[]
export const notes = read('content/notes.md')

export const lessons: readonly Lesson[] = readdirSync('content/lessons')
  .sort()
  .map((folder) => {
    const text = read(`content/lessons/${folder}/index.mdx`)
    const [, front = '', body = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text) ?? []
    return {
      slug: folder.replace(/^\d+-/, ''),
      folder: `content/lessons/${folder}`,
      front: parse(front) as Lesson['front'],
      body,
      sections: sectionsOf(body),
    }
  })

/** Whether a claim is honoured in this place. */
export const isHonouredIn = ({ status, places }: Claim, place: 'lesson' | 'quick-card'): boolean =>
  status === 'honoured' && (places ?? ['lesson']).includes(place)

/** The pages beside the lessons (content/reference), by their names. */
export const references: readonly { readonly slug: string; readonly body: string }[] = readdirSync(
  'content/reference',
).map((file) => ({
  slug: file.replace(/\.mdx$/, ''),
  body: read(`content/reference/${file}`).replace(/^---\n[\s\S]*?\n---\n/, ''),
}))

export const written = lessons.filter(({ front }) => front.status === 'ready')

/** The entries of a lesson's YAML file (quiz, cards), none if the lesson has no such file. */
export function entriesOf(lesson: Lesson, file: string, key: string): readonly Record<string, unknown>[] {
  const path = `${lesson.folder}/${file}`
  return existsSync(path) ? (list(path, key) as Record<string, unknown>[]) : []
}

/** A heading's id, as the site gives it. */
export function slugOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-')
}

function sectionsOf(body: string): readonly Section[] {
  const sections: Section[] = []
  let current = { slug: 'opening', heading: '', level: 1, lines: [] as string[] }
  let fenced = false
  const end = () => sections.push({ ...current, text: current.lines.join('\n') })
  for (const line of body.split('\n')) {
    if (line.startsWith('```')) fenced = !fenced
    const [, marks, heading] = fenced ? [] : (/^(#+) (.*)$/.exec(line) ?? [])
    if (marks !== undefined && heading !== undefined) {
      end()
      current = { slug: slugOf(heading), heading, level: marks.length, lines: [] }
    } else {
      current.lines.push(line)
    }
  }
  end()
  return sections
}

/** All tags of this text that open or stand alone, in order. */
export function tagsOf(text: string): readonly Tag[] {
  return [...text.matchAll(/<([A-Z][A-Za-z]*)((?:\s+\w+=(?:"[^"]*"|\{[^}]*\}))*)\s*\/?>/g)].map(
    ([, name = '', attributes = '']) => ({
      name,
      attributes: Object.fromEntries(
        [...attributes.matchAll(/(\w+)=(?:"([^"]*)"|\{([^}]*)\})/g)].map(([, key, quoted, braced]) => [
          key,
          quoted ?? braced ?? '',
        ]),
      ),
    }),
  )
}

/** What a tag names, for all tags of that name in this text. */
export function named(text: string, tag: string, attribute: string): readonly string[] {
  return tagsOf(text)
    .filter(({ name }) => name === tag)
    .map(({ attributes }) => attributes[attribute] ?? '')
}

/** The text without tags, fences and marks, as it's read. */
export function prose(text: string): string {
  return text
    .replace(/```[\s\S]*?```/g, '')
    .replace(/<[^>]+>/g, '')
    .replace(/^\|[ |-]*\|$/gm, '')
    .replace(/[|*_#`]/g, ' ')
}

/** The words of this text; a number with its separators is one word. */
export function words(text: string): readonly string[] {
  return prose(text).match(/[\p{L}\p{N}]+(?:[’'.,-][\p{L}\p{N}]+)*/gu) ?? []
}
