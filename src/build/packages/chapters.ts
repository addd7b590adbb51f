import type { Element, Root } from 'hast'
import { select, selectAll } from 'hast-util-select'
import rehypeParse from 'rehype-parse'
import { unified } from 'unified'
import { copyOf, elementsOf } from '../paper/ids.ts'
import { element, text } from '../twins/nodes.ts'

/** A lesson, or an appendix, of the page of the whole course, to stand on a page of its own. */
export interface Chapter {
  readonly id: string
  readonly title: string
  readonly element: Element
  /** What the numbers behind its links stand for; undefined without any. */
  readonly links: Element | undefined
}

const parser = unified().use(rehypeParse)

/** The chapters of the built page of the whole course, in their sequence, and the styles they're drawn with. */
export function chaptersOf(html: string): { readonly chapters: readonly Chapter[]; readonly style: string } {
  const tree = parser.parse(html) as Root
  const listed = new Map(
    selectAll('.paper-links > li', tree).map((item) => [String(item.properties['value']), item]),
  )
  const chapters = selectAll('section.chapter, section.appendix', tree).map((section): Chapter => {
    const title = select('h2', section)
    const numbers = new Set(
      selectAll('.link-number', section).map((sign) => /\d+/.exec(textOf(sign))?.[0] ?? ''),
    )
    const items = [...numbers].flatMap((number) => listed.get(number) ?? [])
    return {
      id: String(section.properties['id']),
      title: title ? textOf(title) : '',
      element: section,
      links:
        items.length === 0
          ? undefined
          : element('section', [
              element('h3', [text('Links')]),
              element('ol', structuredClone(items), { className: ['paper-links'] }),
            ]),
    }
  })
  const style = selectAll('style', tree).map(textOf).join('\n')
  if (chapters.length === 0) throw new Error('course/index.html: expected chapters, received none')
  return { chapters, style }
}

const textOf = (node: Element): string =>
  node.children
    .map((child) => (child.type === 'text' ? child.value : child.type === 'element' ? textOf(child) : ''))
    .join('')

/**
 * A copy of a chapter for a package, in which a link to a place outside it goes to `hrefOf` of that place's chapter, or is plain text
 * where that gives nothing.
 */
export function withLinks(
  chapter: Chapter,
  chapters: readonly Chapter[],
  hrefOf: (chapter: string, anchor: string) => string | undefined,
): Chapter {
  const copy = copyOf(chapter.element)
  const own = homeOf(chapters)
  for (const link of elementsOf(copy)) {
    const { href: given } = link.properties
    if (link.tagName !== 'a' || typeof given !== 'string') continue
    // Nobody told the build where the site is served: a path of it leads nowhere from a package.
    if (given.startsWith('/')) delete link.properties['href']
    if (!given.startsWith('#')) continue
    const anchor = given.slice(1)
    const home = own.get(anchor)
    if (home?.id === chapter.id) continue
    const href = home && hrefOf(home.id, anchor)
    if (href === undefined) delete link.properties['href']
    else link.properties['href'] = href
  }
  return { ...chapter, element: copy }
}

const homes = new WeakMap<readonly Chapter[], ReadonlyMap<string, Chapter>>()

/** The chapter in which each id stands. */
function homeOf(chapters: readonly Chapter[]): ReadonlyMap<string, Chapter> {
  const known = homes.get(chapters)
  if (known !== undefined) return known
  const found = new Map(
    chapters.flatMap((chapter) =>
      [...elementsOf(chapter.element)].flatMap(({ properties: { id } }) =>
        typeof id === 'string' ? [[id, chapter] as const] : [],
      ),
    ),
  )
  homes.set(chapters, found)
  return found
}
