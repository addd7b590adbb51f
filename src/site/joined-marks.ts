/** What may stand right behind a word and mustn't begin a line without it. */
const signs = /^[.,;:!?)\]’”…]+/

/**
 * A page in which punctuation stays with the term or the node before it. Both are boxes of their own to a browser, which
 * breaks lines on either side of a box: so box and sign are held together by a span.
 */
export function joinedMarks(page: string): string {
  return joinedTo(
    joinedTo(page, /<button class="term"[^>]*>/g, '</button>'),
    /<span class="node node-\w"[^>]*>/g,
    '</span>',
  )
}

function joinedTo(page: string, opening: RegExp, closing: string): string {
  let result = ''
  let done = 0
  for (const { index } of page.matchAll(opening)) {
    const end = page.indexOf(closing, index) + closing.length
    const rest = page.slice(end)
    const glue = /^\s*\u2060?\s*/.exec(rest)![0].length
    const meaning = rest.startsWith('<span class="meaning"', glue) ? lengthOfSpan(rest.slice(glue)) : 0
    const sign = signs.exec(rest.slice(glue + meaning))?.[0]
    if (sign === undefined) continue
    result += `${page.slice(done, index)}<span class="joined">${page.slice(index, end)}\u2060${sign}</span>${rest.slice(glue, glue + meaning)}`
    done = end + glue + meaning + sign.length
  }
  return result + page.slice(done)
}

/** How long the span is that a text begins with, whatever spans it holds. */
function lengthOfSpan(text: string): number {
  let depth = 0
  for (const { 0: tag, index } of text.matchAll(/<span\b|<\/span>/g)) {
    depth += tag === '</span>' ? -1 : 1
    if (depth === 0) return index + tag.length
  }
  return 0
}
