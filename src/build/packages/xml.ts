/** An element of an XML file: its name, its attributes, and what is in it. */
export interface XmlElement {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly XmlNode[]
}

/** An element, or a text. */
export type XmlNode = XmlElement | string

/** Makes an element; attributes that are undefined are left out. */
export function xml(
  name: string,
  attributes: Readonly<Record<string, string | number | boolean | undefined>> = {},
  children: readonly XmlNode[] = [],
): XmlElement {
  const given = Object.entries(attributes).filter(([, value]) => value !== undefined)
  return { name, attributes: Object.fromEntries(given.map(([key, value]) => [key, String(value)])), children }
}

/** An XML file with its declaration, one element a line unless a text stands beside it. */
export const xmlFile = (root: XmlElement): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n${printed(root, '')}\n`

function printed(node: XmlNode, indent: string): string {
  if (typeof node === 'string') return escaped(node)
  const attributes = Object.entries(node.attributes)
    .map(([key, value]) => ` ${key}="${escaped(value).replaceAll('"', '&quot;')}"`)
    .join('')
  if (node.children.length === 0) return `<${node.name}${attributes}/>`
  const isInline = node.children.some((child) => typeof child === 'string')
  const inner = isInline
    ? node.children.map((child) => printed(child, '')).join('')
    : `${node.children.map((child) => `\n${indent}  ${printed(child, `${indent}  `)}`).join('')}\n${indent}`
  return `<${node.name}${attributes}>${inner}</${node.name}>`
}

/** A text without what XML reads as markup, and without signs that XML 1.0 has no place for. */
const escaped = (text: string): string =>
  text
    // eslint-disable-next-line no-control-regex -- these are the signs that XML 1.0 leaves out
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')

/** A line of an author's text: what stands between backticks is code. */
export const inline = (text: string): readonly XmlNode[] =>
  text
    .split('`')
    .map((part, index): XmlNode => (index % 2 === 1 ? xml('code', {}, [part]) : part))
    .filter((part) => part !== '')
