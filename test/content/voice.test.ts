import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { references, written } from './content.ts'

/** What a reader of the course reads in prose: lessons and reference pages. */
const proses = [...written, ...references].map(({ slug, body }) => ({ slug, text: readable(body) }))

/** Everything else with words for a reader: questions, cards, glossary, misconceptions, engine pages. */
const lists = [
  'content/glossary.yaml',
  'content/misconceptions.yaml',
  'content/cards-quick.yaml',
  'content/engine/leaves-out.yaml',
  'content/engine/reading.yaml',
  ...written.flatMap(({ folder }) =>
    readdirSync(folder).flatMap((file) => (/^(quiz|cards)\.yaml$/.test(file) ? [`${folder}/${file}`] : [])),
  ),
].map((path) => ({ path, text: withoutRemarks(readFileSync(path, 'utf8')) }))

/** The words between tags of the site's own pages and parts: what buttons, notices and captions say. */
const strings = ['components', 'src/pages', 'src/layouts', 'src/figures']
  .flatMap(filesUnder)
  .filter((path) => /\.(astro|tsx)$/.test(path))
  .map((path) => ({ path, text: spokenIn(readFileSync(path, 'utf8')) }))

/** Phrases that read like a translation, each with what to write instead (content/style.md). */
const phrases: readonly (readonly [RegExp, string])[] = [
  [/, for (?:the|it|each|they|there|a|who)\b(?! (?:long|while|moment|second|minute|day|year))/g, 'because'],
  [/\bof (?:19|20)\d\d\b/g, 'the 1987 paper'],
  [/\d %/g, '99%'],
  [/\bI’d say so\b/g, 'Lock in my prediction'],
  [/\b(?:taken for dead|takes? \w+ for (?:dead|down))\b/g, 'declared dead, suspected'],
  [/\bNot right\.|\bRight is:/g, 'Not quite. / Correct answer:'],
  [/\b(?:mend|mends|mended|mending)\b/g, 'fix, heal (a link), repair'],
  [/\banew\b/g, 'again'],
  [/\bcrooked\b/g, 'skewed'],
  [/\bby (?:its|their) own luck\b/g, 'independently'],
  [/\b(?:[Ll]ift the cover|Say it, and open|Bet again|Let A walk on)\b/g, 'a verb that a reader would say'],
  [/\bon the bench\b|\bBench: |\b[Tt]he bench\b/g, 'in the playground'],
  [/\bThe whole way\b/g, 'All lessons'],
  [/\bBefore this\b/g, 'Previous'],
  [/\bGo on: /g, 'Continue:'],
  [/\bfor ever\b/g, 'forever'],
  [/\bseldom\b/g, 'rarely'],
  [/\bmeanwhile\b/gi, 'in the meantime'],
  [/\btext equal\b/g, 'text alternative'],
  [/\bkept runs?\b/g, 'saved runs'],
  [/\b(?:Nor|Hence|Thus)\b/g, 'a plain sentence'],
  [/\b[Ww]hoever\b/g, 'name who acts'],
  [/\bfind back together\b/g, 'get back in sync'],
  [/\bsuffices?\b/g, 'is enough'],
  [/\boverruled\b/g, 'loses to'],
  [/\bfell silent\b/g, 'unreachable, crashed, paused or cut off'],
]

describe('the voice of the course', () => {
  test.each(phrases)('does not say %s (better: %s)', (pattern) => {
    const said = [
      ...proses.map(({ slug, text }) => [slug, text] as const),
      ...lists.map(({ path, text }) => [path, text] as const),
      ...strings.map(({ path, text }) => [path, text] as const),
    ].flatMap(([where, text]) =>
      [...text.matchAll(pattern)].map((match) => `${where}: ${around(text, match)}`),
    )
    expect(said).toEqual([])
  })

  test.each(proses)('in $slug contracts at least once in 120 words', ({ text }) => {
    const said = text.match(contraction)?.length ?? 0
    expect(wordsIn(text) / said, `${said} contractions`).toBeLessThanOrEqual(120)
  })

  test.each(proses)('in $slug has no paragraph over 90 words, and no table cell over 20', ({ text }) => {
    const blocks = text.split(/\n\s*\n|\n(?=- |\d+\. )/)
    expect(blocks.filter((block) => !block.includes('|') && wordsIn(block) > 90)).toEqual([])
    const cells = blocks.filter((block) => block.includes('|')).flatMap((block) => block.split('|'))
    expect(cells.filter((cell) => wordsIn(cell) > 20)).toEqual([])
  })
})

const contraction =
  /\b\w+(?:n’t|’re|’ve|’ll|’d|’m)\b|\b(?:it|that|there|here|what|who|how|where|he|she|nobody|let)’s\b/gi

function around(text: string, match: RegExpMatchArray): string {
  return text.slice(Math.max(0, match.index! - 50), match.index! + match[0].length + 30).replace(/\s+/g, ' ')
}

function wordsIn(text: string): number {
  return text.match(/[\p{L}\p{N}]+(?:[’'.,-][\p{L}\p{N}]+)*/gu)?.length ?? 0
}

/** A lesson’s text as it is read: values as a number, no tags, no marks; quotations are somebody else’s words. */
function readable(body: string): string {
  return body
    .replace(/<FromNotes[^>]*>/g, '')
    .replace(/<Value[^>]*\/>/g, '7')
    .replace(/<Source[^>]*\/>/g, '')
    .replace(/<[^>]+>/g, '')
    .replace(/[*_`]/g, '')
    .replace(/^#.*$/gm, '')
}

function withoutRemarks(yaml: string): string {
  return yaml
    .replace(/^\s*#.*$/gm, '')
    .replace(/^\s*(?:- )?(?:id|misconception|section|path|code|seen|key|begin): .*$/gm, '')
}

/** Of a component: what stands between tags, and texts in quotes that have a space; its remarks are left out. */
function spokenIn(source: string): string {
  const code = source.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '')
  const between = [...code.matchAll(/>([^<>{}]*[a-z][^<>{}]*)</g)].map(([, text = '']) => text)
  const quoted = [...code.matchAll(/'([^'\n]* [^'\n]*)'|`([^`\n]* [^`\n]*)`/g)].map(([, single, template]) =>
    (single ?? template ?? '').replace(/\$\{[^}]*\}/g, 'x'),
  )
  return [...between, ...quoted].join('\n')
}

function filesUnder(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => `${folder}/${file}`)
}
