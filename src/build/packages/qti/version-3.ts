import { xml } from '../xml.ts'
import type { XmlElement, XmlNode } from '../xml.ts'

/** Elements that QTI takes from HTML: version 3 calls them as version 2 does. */
const ofHtml = new Set('p ul li b code div table tbody tr td'.split(' '))

const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)

/**
 * A QTI 2.1 element as version 3 writes it: names of its own begin with `qti-`, words are parted by hyphens, and a feedback
 * holds its text in a body.
 */
export function version3(node: XmlElement): XmlElement {
  const children = node.children.map((child): XmlNode =>
    typeof child === 'string' ? child : version3(child),
  )
  if (ofHtml.has(node.name)) return { ...node, children }
  const attributes = Object.fromEntries(
    Object.entries(node.attributes).map(([name, value]) => [name.includes(':') ? name : kebab(name), value]),
  )
  const inner = node.name === 'modalFeedback' ? [xml('qti-content-body', {}, children)] : children
  return { name: `qti-${kebab(node.name)}`, attributes, children: inner }
}
