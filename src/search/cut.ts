import type { Passage } from './passage.ts'

/** A lesson or a reference page as its author wrote it: MDX without its front matter. */
export interface PageText {
  readonly slug: string
  /** Where the page is, below the site's root. */
  readonly page: string
  readonly title: string
  readonly body: string
}

/** A passage of fewer words joins the next one under its heading. */
const leastWords = 14

interface Block {
  readonly heading: string
  readonly text: string
}

/** The passages of a page, in reading order. `valueOf` gives a number that only a run knows; without it, it's "…". */
export function cutPassages(
  { slug, page, title, body }: PageText,
  valueOf: (tag: string) => string = () => '…',
): readonly Passage[] {
  const counts = new Map<string, number>()
  return merged(blocksOf(body, valueOf)).map(({ heading, text }) => {
    const section = anchorOf(heading)
    const number = (counts.get(section) ?? 0) + 1
    counts.set(section, number)
    return {
      id: `${slug}/${section || 'top'}/${number}`,
      slug,
      page,
      title,
      heading: heading || title,
      section,
      text,
    }
  })
}

/** A heading's anchor, as the pages have it. */
function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replace(/\s/g, '-')
}

/** Text without marks: components are unwrapped, figures, cells and sources left out. */
function plain(text: string, valueOf: (tag: string) => string): string {
  return text
    .replace(/<Node id="(\w+)" \/>/g, '$1')
    .replace(/<Value [^>]*\/>/g, valueOf)
    .replace(/<FromNotes quote="([^"]*)"[^>]*>/g, '“$1” ')
    .replace(/<[A-Z]\w*[^>]*\/>/g, '')
    .replace(/<\/?[A-Za-z][^>]*>/g, '')
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/\*\*|(?<!\w)[*_](?=\S)|(?<=\S)[*_](?!\w)|`/g, '')
    .replace(/^> ?/gm, '')
    .replaceAll('|', ' ')
    .replace(/\s+/g, ' ')
    .trim()
}

const wordsIn = (text: string) => text.match(/[\p{L}\p{N}_]+/gu)?.length ?? 0

function blocksOf(body: string, valueOf: (tag: string) => string): readonly Block[] {
  const blocks: Block[] = []
  let heading = ''
  for (const part of body.replace(/^```[\s\S]*?^```$/gm, '').split(/\n[ \t]*\n/)) {
    const lines = part.split('\n').filter((line) => line.trim() !== '')
    const head = /^(#{2,3}) (.*)$/.exec(lines[0] ?? '')
    if (head !== null) {
      heading = plain(head[2]!, valueOf)
      lines.shift()
    }
    for (const text of textsOf(lines, valueOf)) if (wordsIn(text) > 3) blocks.push({ heading, text })
  }
  return blocks
}

function textsOf(lines: readonly string[], valueOf: (tag: string) => string): readonly string[] {
  if (lines.length === 0) return []
  if (lines[0]!.trimStart().startsWith('|')) return tableRows(lines, valueOf)
  if (/^(- |\d+\. )/.test(lines[0]!)) {
    const items = lines.join('\n').split(/\n(?=- |\d+\. )/)
    const texts = items.map((item) => plain(item.replace(/^(- |\d+\. )/, ''), valueOf))
    return texts.reduce((sum, text) => sum + wordsIn(text), 0) / texts.length < 16 ? [texts.join(' ')] : texts
  }
  return [plain(lines.join('\n'), valueOf)]
}

/** A row is a passage if rows are long on average, else the table is one. */
function tableRows(lines: readonly string[], valueOf: (tag: string) => string): readonly string[] {
  const rows = lines
    .filter((line) => !/^[\s|:-]+$/.test(line))
    .map((line) =>
      line
        .trim()
        .replace(/^\||\|$/g, '')
        .split('|')
        .map((cell) => plain(cell, valueOf)),
    )
  const texts = rows.slice(1).map((cells) =>
    cells
      .filter((cell) => wordsIn(cell) > 0)
      .map(ended)
      .join(' '),
  )
  const mean = texts.reduce((sum, text) => sum + wordsIn(text), 0) / Math.max(1, texts.length)
  return mean < 20 ? [[`${rows[0]!.join(', ')}.`, ...texts].join(' ')] : texts
}

const ended = (cell: string) => (/[.?!]$/.test(cell) ? cell : `${cell}.`)

function merged(blocks: readonly Block[]): readonly Block[] {
  const joined: Block[] = []
  for (const block of blocks) {
    const last = joined.at(-1)
    if (last?.heading === block.heading && wordsIn(last.text) < leastWords)
      joined[joined.length - 1] = { heading: block.heading, text: `${last.text} ${block.text}` }
    else joined.push(block)
  }
  return joined
}
