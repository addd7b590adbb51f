const sheet = /<link rel="stylesheet"[^>]*>/g

/**
 * A page with all its stylesheets in its head, each once, in the order in which the page names them first. A figure names
 * its stylesheet where it stands, so that a page loads those of its own figures alone; left there, each one that arrives
 * makes the browser lay out again all that stands before it.
 */
export function sheetsInHead(page: string): string {
  const headEnd = page.indexOf('</head>')
  if (headEnd === -1) return page
  const head = page.slice(0, headEnd)
  const body = page.slice(headEnd)
  const known = new Set(head.match(sheet))
  const late = [...new Set(body.match(sheet))].filter((link) => !known.has(link))
  return head + late.join('') + body.replaceAll(sheet, '')
}
