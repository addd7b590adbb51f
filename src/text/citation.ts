import { dayInWords } from './day.ts'

/** What a citation names. */
export interface Cited {
  readonly slug: string
  readonly order: number
  readonly title: string
  /** The day of its newest change, YYYY-MM-DD. */
  readonly changed: string
  /** Its address, with the host where that's known. */
  readonly address: string
}

const course = 'Anti-Entropy: an interactive notebook of distributed systems'
const licence = 'CC BY 4.0'

/** A lesson as a line in a list of references. */
export function citationText({ order, title, changed, address }: Cited): string {
  return `Anti-Entropy authors (${changed.slice(0, 4)}). “${title}”. Lesson ${order} of ${course}, as of ${dayInWords(changed)}. ${licence}. ${address}`
}

/** The same for BibTeX, as the kind of entry that every style knows. */
export function citationBibtex({ slug, order, title, changed, address }: Cited): string {
  const fields = {
    author: '{The Anti-Entropy authors}',
    title: `{${escaped(title)}}`,
    howpublished: escaped(`Lesson ${order} of ${course}`),
    year: changed.slice(0, 4),
    note: escaped(`As of ${dayInWords(changed)}. ${licence}`),
    url: address,
  }
  const width = Math.max(...Object.keys(fields).map(({ length }) => length))
  const lines = Object.entries(fields).map(([name, value]) => `  ${name.padEnd(width)} = {${value}},`)
  return `@misc{anti-entropy-${slug},\n${lines.join('\n')}\n}`
}

/** A text in which BibTeX reads no sign as its own. */
function escaped(text: string): string {
  return text.replace(/[\\{}]/g, '').replace(/[&%$#_]/g, String.raw`\$&`)
}
