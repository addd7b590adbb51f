import type { Element, ElementContent } from 'hast'
import { element, text } from '../twins/nodes.ts'
import { elementsOf, idOn } from './ids.ts'

/** The id of the list that explains the numbers: it's made last, and named before. */
export const linksId = 'links'

/** Where a link of the course leads, in the order in which the text first names it. */
interface NumberedLink {
  readonly number: number
  readonly address: string
}

/**
 * Makes the links of a printed course usable on paper: one to a lesson leads to it on this page, any other gets a number
 * that a list explains. `base` is the site's; `absolute` gives a path of the site as an address. Changes the nodes.
 */
export function numberLinks(
  nodes: readonly ElementContent[],
  lessons: readonly string[],
  base: string,
  absolute: (path: string) => string,
): readonly NumberedLink[] {
  const numbers = new Map<string, number>()
  const prefix = base.replace(/\/?$/, '/')
  const slugs = new Set(lessons)
  const root = element('div', nodes)
  const all = [...elementsOf(root)]
  const anchors = all.filter(({ tagName, properties }) => tagName === 'a' && properties['href'] !== undefined)
  for (const link of anchors) {
    const href = String(link.properties['href'])
    if (href.startsWith('#')) continue
    const inside = onThisPage(href, prefix, slugs)
    if (inside !== undefined) {
      link.properties['href'] = inside
      continue
    }
    const address = href.startsWith('/') ? absolute(href) : href
    link.properties['href'] = address
    delete link.properties['tabIndex']
    const number = numbers.get(address) ?? numbers.size + 1
    numbers.set(address, number)
    link.children.push(element('sup', [text(`[${number}]`)], { className: ['link-number'] }))
  }
  // An anchor that a lesson had and its printed form hasn't would lead nowhere.
  const ids = new Set([linksId, ...all.map(({ properties }) => properties['id'])])
  for (const link of anchors) {
    const href = String(link.properties['href'])
    if (href.startsWith('#') && !ids.has(href.slice(1))) delete link.properties['href']
  }
  return [...numbers].map(([address, number]) => ({ number, address }))
}

/** The place of a lesson's section on the page that holds them all; undefined for what's elsewhere. */
function onThisPage(href: string, prefix: string, lessons: ReadonlySet<string>): string | undefined {
  if (!href.startsWith(`${prefix}lessons/`)) return undefined
  const [path = '', anchor] = href.slice(`${prefix}lessons/`.length).split('#')
  const slug = path.replace(/\/$/, '')
  if (!lessons.has(slug)) return undefined
  return anchor === undefined || anchor === '' ? `#${slug}` : `#${idOn(slug, anchor)}`
}

/** The list that explains the numbers. */
export const linkList = (links: readonly NumberedLink[]): Element =>
  element(
    'ol',
    links.map(({ number, address }) =>
      element('li', [element('a', [text(address)], { href: address })], {
        value: String(number),
        id: `link-${number}`,
      }),
    ),
    { className: ['paper-links'] },
  )
