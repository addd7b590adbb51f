import type { Element, ElementContent } from 'hast'
import { select, selectAll } from 'hast-util-select'
import { toString } from 'hast-util-to-string'
import { codeBlock, element, paragraph, text } from './nodes.ts'

/** A live cell as its name, its code and what it printed when the site was built. */
export function cellText(node: Element): ElementContent[] {
  const name = String(node.properties['dataCell'])
  const code = selectAll('pre code', node).map((block) => toString(block))
  const output = select('[data-output]', node)
  const items = output ? selectAll('[data-item]', output).flatMap(itemText) : []
  return [
    paragraph([element('strong', [text(`Code: ${name}.ts`)])]),
    ...code.map((block) => codeBlock(block.trimEnd(), 'ts')),
    ...(items.length > 0 ? [paragraph([text('It prints:')]), ...joined(items)] : []),
  ]
}

/** What one item of output says: lines of text, or a table. */
function itemText(item: Element): (string | Element)[] {
  const table = select('table', item)
  if (table) return [table]
  if (select('svg', item) && !select('p, li, td', item)) return []
  const words = selectAll('p, li', item)
  const lines = words.length > 0 ? words.map((one) => toString(one).trim()) : [toString(item).trimEnd()]
  return lines.filter((line) => line !== '')
}

/** Lines beside each other become one block. */
function joined(items: readonly (string | Element)[]): ElementContent[] {
  const out: ElementContent[] = []
  let lines: string[] = []
  const flush = () => {
    if (lines.length > 0) out.push(codeBlock(lines.join('\n')))
    lines = []
  }
  for (const item of items) {
    if (typeof item === 'string') lines.push(item)
    else {
      flush()
      out.push(item)
    }
  }
  flush()
  return out
}
