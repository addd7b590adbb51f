import type { Element, Root } from 'hast'
import { select } from 'hast-util-select'
import { toString } from 'hast-util-to-string'
import rehypeParse from 'rehype-parse'
import { unified } from 'unified'
import { hasProperty, isTag } from './elements.ts'

/** Something of a page that can be found by itself, beside the page's sections. */
interface SearchRecord {
  /** Address below the site's root, with its fragment. */
  readonly url: string
  readonly kind: 'term' | 'question' | 'card' | 'figure' | 'cell' | 'claim' | 'source' | 'plan'
  readonly title: string
  readonly text: string
}

const parser = unified().use(rehypeParse)

/** The terms, questions, cards, figures, cells, claims, sources and plans of a built page. `path` is its path in the site. */
export function searchRecords(html: string, path: string): readonly SearchRecord[] {
  const main = select('main', parser.parse(html) as Root)
  return main ? [...found(main, path, '')] : []
}

function* found(node: Element, path: string, section: string): Generator<SearchRecord> {
  let here = section
  for (const child of node.children) {
    if (child.type !== 'element') continue
    const { id } = child.properties
    if (/^h[23]$/.test(child.tagName) && typeof id === 'string') here = id
    const record = recordOf(child, path, here)
    if (record) yield record
    else yield* found(child, path, here)
  }
}

type Rule = readonly [
  /** Whether an element is such a record: a function, since every element of every page is asked for all of them. */
  isOne: (node: Element) => boolean,
  kind: SearchRecord['kind'],
  title: string | undefined,
  text: string | undefined,
]

/** What is a record of its own, how it's called, and what is searched in it. */
const rules: readonly Rule[] = [
  [(node) => isTag(node, 'form') && hasProperty(node, 'dataQuestion'), 'question', 'legend', undefined],
  [(node) => isTag(node, 'details') && hasProperty(node, 'dataCard'), 'card', '.front', '.back p'],
  [(node) => isTag(node, 'figure') && hasProperty(node, 'dataFigure'), 'figure', '.title', undefined],
  [(node) => hasProperty(node, 'dataCell'), 'cell', undefined, 'pre'],
  [(node) => isTag(node, 'div') && hasProperty(node, 'id') && holdsTerm(node), 'term', 'dt', 'dd'],
  [(node) => isTag(node, 'li') && isSource(node.properties['id']), 'source', 'cite', undefined],
  [(node) => hasProperty(node, 'dataPlan'), 'plan', '.title, a', undefined],
]

const holdsTerm = ({ children }: Element): boolean =>
  children.some((child) => child.type === 'element' && isTag(child, 'dt'))
const isSource = (id: unknown): boolean => typeof id === 'string' && id.startsWith('source-')

function recordOf(node: Element, path: string, section: string): SearchRecord | undefined {
  const rule = rules.find(([isOne]) => isOne(node))
  if (rule === undefined) return undefined
  const [, kind, titleAt, textAt] = rule
  const words = (at: string | undefined) =>
    oneLine(toString((at === undefined ? node : select(at, node)) ?? node))
  const id = node.properties['id']
  const anchor = typeof id === 'string' ? id : kind === 'cell' ? '' : section
  const name = kind === 'cell' ? String(node.properties['dataCell']).replaceAll('-', ' ') : words(titleAt)
  return {
    url: `${path}${anchor === '' ? (section === '' ? '' : `#${section}`) : `#${anchor}`}`,
    kind,
    title: name.slice(0, 200),
    text: words(textAt).slice(0, 2000),
  }
}

const oneLine = (text: string): string => text.replaceAll('\u2060', '').replace(/\s+/g, ' ').trim()
