/**
 * A docstring as a reader wants it: lines that the source wrapped joined again, paragraphs and list items apart,
 * `{@link Plan}` as its name, and no backticks.
 */
export function docstringText(docs: string): string {
  return plain(docs)
    .split(/\n[ \t]*\n/)
    .map((paragraph) => paragraph.replace(/[ \t]*\n(?!\s*(?:- |\w+: ))[ \t]*/g, ' ').trim())
    .join('\n\n')
}

/** Its first sentence or two, without lists: what fits above a line that's being written. */
export function docstringLead(docs: string): string {
  const [lead = ''] = docstringText(docs).split(/\n/)
  return lead.replace(/:$/, '.')
}

function plain(docs: string): string {
  return docs
    .replace(/\{@link\s+([^}\s]+)(?:\s+([^}]+))?\}/g, (_, name: string, words?: string) => words ?? name)
    .replaceAll('`', '')
}
