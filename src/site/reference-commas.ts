/**
 * A page with a comma between references to sources that stand side by side, and between no others. A stylesheet sees no
 * text between two elements, so the build looks: only space, or the note of the reference before, may lie between them.
 */
export function commasBetweenReferences(page: string): string {
  let result = ''
  let done = 0
  for (const { index } of page.matchAll(/<a\b[^>]*\bclass="reference"/g)) {
    if (!endsWithReference(page.slice(0, index).trimEnd())) continue
    const after = index + page.slice(index).indexOf('class="reference"')
    result += `${page.slice(done, after)}class="reference next"`
    done = after + 'class="reference"'.length
  }
  return result + page.slice(done)
}

function endsWithReference(before: string): boolean {
  if (before.endsWith('</a>')) {
    const opening = before.slice(before.lastIndexOf('<a'))
    return /^<a\b[^>]*\bclass="reference/.test(opening)
  }
  if (!before.endsWith('</span>')) return false
  const note = openingOf(before)
  return (
    /^<span\b[^>]*\bclass="note source"/.test(before.slice(note)) &&
    endsWithReference(before.slice(0, note).trimEnd())
  )
}

/** Where the span begins that a text ends with. */
function openingOf(text: string): number {
  let depth = 0
  for (const tag of [...text.slice(-4000).matchAll(/<\/?span\b/g)].reverse()) {
    depth += tag[0] === '</span' ? 1 : -1
    if (depth === 0) return Math.max(0, text.length - 4000) + tag.index
  }
  return 0
}
