import type { Element, Root } from 'hast'

/** An id of a lesson's page on a page that holds them all. */
export const idOn = (lesson: string, id: string): string => `${lesson}--${id}`

const references = ['ariaLabelledBy', 'ariaDescribedBy', 'ariaControls', 'htmlFor', 'headers'] as const
const drawn = [
  'clipPath',
  'mask',
  'filter',
  'fill',
  'stroke',
  'markerStart',
  'markerMid',
  'markerEnd',
] as const

/** Gives every id below a node its lesson's name in front, with all that refers to it on the page. Changes the nodes. */
export function ownIds(tree: Root | Element, lesson: string): void {
  const own = (id: string) => idOn(lesson, id)
  for (const node of elementsOf(tree)) {
    const { properties } = node
    if (typeof properties['id'] === 'string') properties['id'] = own(properties['id'])
    for (const name of references) {
      const value = properties[name]
      if (value === undefined || value === null) continue
      const ids = Array.isArray(value) ? value.map(String) : String(value).split(/\s+/)
      properties[name] = ids.map(own)
    }
    for (const name of drawn) {
      const value = properties[name]
      if (typeof value === 'string')
        properties[name] = value.replace(/url\(#([^)]+)\)/g, (_, id) => `url(#${own(id)})`)
    }
    const link = properties['href']
    if (typeof link === 'string' && link.startsWith('#')) properties['href'] = `#${own(link.slice(1))}`
  }
}

/** Every element below a node, and the node itself, in the sequence of the text. */
export function* elementsOf(node: Root | Element): Generator<Element> {
  if (node.type === 'element') yield node
  for (const child of node.children) if (child.type === 'element') yield* elementsOf(child)
}

/** An element with nodes of its own below it, so that they can be changed. Texts are shared: nobody changes them. */
export function copyOf(node: Element): Element {
  const children = node.children.map((child) => (child.type === 'element' ? copyOf(child) : child))
  return { ...node, properties: { ...node.properties }, children }
}
