import type { Element } from 'hast'
import { toHtml } from 'hast-util-to-html'
import { copyOf, elementsOf } from '../../paper/ids.ts'

/** A chapter of the book as a file of XHTML. */
export function xhtmlFile(title: string, body: readonly Element[]): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="en" xml:lang="en">
<head>
<meta charset="utf-8"/>
<title>${toHtml({ type: 'text', value: title })}</title>
<link rel="stylesheet" type="text/css" href="style.css"/>
</head>
<body>
<div class="page paper">
${body.map((one) => asXhtml(copyOf(one))).join('\n')}
</div>
</body>
</html>
`
}

/** Whether a chapter holds a drawing: the book's list of files says so. */
export const holdsDrawing = (body: readonly Element[]): boolean =>
  body.some((one) => [...elementsOf(one)].some(({ tagName }) => tagName === 'svg'))

function asXhtml(node: Element): string {
  for (const one of elementsOf(node)) {
    if (one.tagName === 'svg') one.properties['xmlns'] = 'http://www.w3.org/2000/svg'
    // What the site's scripts and tests go by, and attributes that hold nothing.
    const kept = Object.entries(one.properties).filter(
      ([name, value]) => !name.startsWith('data') && value !== undefined && value !== null && value !== false,
    )
    one.properties = Object.fromEntries(kept.map(([name, value]) => [name, value === true ? name : value]))
  }
  return toHtml(node, {
    closeSelfClosing: true,
    closeEmptyElements: true,
    collapseEmptyAttributes: false,
    omitOptionalTags: false,
    quoteSmart: false,
    preferUnquoted: false,
    characterReferences: { useNamedReferences: false },
  })
}
