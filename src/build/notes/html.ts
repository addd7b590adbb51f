import type { NotesBlock } from './blocks.ts'

/** Words of a block that make a claim, as they're wrapped: `open` and `close` go around the words. */
export interface Wrap {
  readonly claim: number
  readonly open: string
  readonly close: string
}

/**
 * A block of the notes as HTML, as it was written: paragraphs and lists, tables, and drawings letter by letter. Marked
 * words stand between the signs of {@link marked}; each pair is replaced by what `wrap` gives.
 */
export function blockHtml({ kind, text }: NotesBlock, wrap: (claim: number) => Wrap): string {
  return unmark(write(kind, text), wrap)
}

const begin = '\uE001'
const middle = '\uE002'
const end = '\uE003'

/** The text with these words put between signs; throws when they aren't there, or when two of them overlap. */
export function marked(
  text: string,
  marks: readonly { readonly claim: number; readonly words: string }[],
): string {
  const places = marks.map(({ claim, words }) => {
    const from = text.indexOf(words)
    if (from < 0)
      throw new Error(`claim ${claim}: expected “${words}” in this block of content/notes.md:\n${text}`)
    return { claim, from, to: from + words.length }
  })
  places.sort((a, b) => a.from - b.from)
  let result = ''
  let at = 0
  for (const { claim, from, to } of places) {
    if (from < at) throw new Error(`claim ${claim}: its words overlap with those of another claim`)
    result += `${text.slice(at, from)}${begin}${claim}${middle}${text.slice(from, to)}${end}`
    at = to
  }
  return result + text.slice(at)
}

/** The same signs from `{{47|the words}}`, which is how content/notes-true.md marks its lines. */
export function markedInline(text: string): string {
  return text.replace(/\{\{(\d+)\|([\s\S]*?)\}\}/g, `${begin}$1${middle}$2${end}`)
}

function write(kind: NotesBlock['kind'], text: string): string {
  switch (kind) {
    case 'drawing':
      return `<pre tabindex="0" role="group" aria-label="A drawing of the notes"><code>${escaped(text.replace(/^```\w*\n|\n?```$/g, ''))}</code></pre>`
    case 'table':
      return tableHtml(text)
    case 'list': {
      const tag = /^\d/.test(text) ? 'ol' : 'ul'
      const items = text.split('\n').map((line) => `<li>${inline(line.replace(/^(- |\d+\. )/, ''))}</li>`)
      return `<${tag}>${items.join('')}</${tag}>`
    }
    case 'quote':
      return `<blockquote><p>${inline(text.replace(/^> ?/gm, ''))}</p></blockquote>`
    case 'rule':
      return '<hr />'
    case 'heading': {
      const level = Math.min(4, (/^#+/.exec(text)?.[0].length ?? 1) + 1)
      return `<h${level}>${inline(text.replace(/^#+ /, ''))}</h${level}>`
    }
    case 'paragraph':
      return `<p>${inline(text)}</p>`
  }
}

function tableHtml(text: string): string {
  const [head = [], , ...rows] = text.split('\n').map((line) =>
    line
      .replace(/^\||\|$/g, '')
      .split('|')
      .map((cell) => inline(cell.trim())),
  )
  const headCells = head.map((cell) => `<th scope="col">${cell}</th>`).join('')
  const body = rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')
  return `<div class="table" role="group" tabindex="0" aria-label="Table"><table><thead><tr>${headCells}</tr></thead><tbody>${body}</tbody></table></div>`
}

function inline(text: string): string {
  return escaped(text)
    .replace(/\*\*(.+?)\*\*/g, '<strong>$1</strong>')
    .replace(/\*(.+?)\*/g, '<em>$1</em>')
    .replace(/\[([^\]\uE001\uE003]+)\]\(#[^)]*\)/g, '$1')
    .replace(/\n/g, '<br />')
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

function unmark(html: string, wrap: (claim: number) => Wrap): string {
  const pattern = new RegExp(`${begin}(\\d+)${middle}([\\s\\S]*?)${end}`, 'g')
  return html.replace(pattern, (_, number: string, words: string) => {
    const { open, close } = wrap(Number(number))
    return `${open}${words}${close}`
  })
}
