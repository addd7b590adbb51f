import type { Element, ElementContent, Root, RootContent } from 'hast'
import { select, selectAll } from 'hast-util-select'
import { toString } from 'hast-util-to-string'
import { classesOf, hasClass, hasProperty } from '#build/elements.ts'
import { cellText } from './cell-text.ts'
import { codeBlock, element, paragraph, text } from './nodes.ts'

/** What stands on a page for the hand alone, or is said elsewhere on it: no part of what the page tells. */
const forTheHand = {
  tags: wordsOf('script style link template noscript svg canvas dialog nav input select textarea'),
  classes: wordsOf(
    'page-contents anchor cluster-links figure-keep cell-away cell-keys cell-buttons actions sureness scrub cluster-heads visually-hidden',
  ),
  attributes: ['popover', 'hidden', 'dataOnlyScreen', 'dataKey'],
}

function isForTheHand(node: Element): boolean {
  const { tagName, properties } = node
  return (
    forTheHand.tags.has(tagName) ||
    classesOf(node).some((name) => forTheHand.classes.has(name)) ||
    forTheHand.attributes.some((name) => hasProperty(node, name)) ||
    properties['ariaHidden'] === 'true' ||
    (tagName === 'a' && hasClass(node, 'back')) ||
    (tagName === 'button' && !hasClass(node, 'term'))
  )
}

/** What stands around a text and is no part of it. */
const wrapping = wordsOf('astro-island astro-slot span')

// No selectors: one is parsed again for each element that it's tried on, which is too slow for all elements of all pages.
function wordsOf(text: string): ReadonlySet<string> {
  return new Set(text.split(' '))
}

/** A page of the site without what only a screen can use. Throws where a part of ours has no text of its own. */
export function simplified(tree: Root, page: string): Root {
  return { ...tree, children: children(tree.children, page) as RootContent[] }
}

function children(nodes: readonly RootContent[], page: string): ElementContent[] {
  const kept: ElementContent[] = []
  let before: RootContent | undefined
  for (const node of nodes) {
    // What a screen sets apart by room, a text sets apart by a space.
    if (isInline(node) && before !== undefined && isInline(before)) kept.push(text(' '))
    // A word joiner holds a mark to its word on a screen; in a text it's only in the way.
    if (node.type === 'text') kept.push(text(node.value.replaceAll('\u2060', '')))
    else if (node.type === 'element') kept.push(...simple(node, page))
    if (node.type !== 'comment') before = node
  }
  return kept
}

const isInline = (node: RootContent): boolean =>
  node.type === 'element' &&
  ['span', 'b', 'a', 'kbd', 'time'].includes(node.tagName) &&
  !hasClass(node, 'reference')

function simple(node: Element, page: string): ElementContent[] {
  if (hasProperty(node, 'dataFigure')) return figure(node, page)
  if (hasProperty(node, 'dataCell')) return cellText(node)
  if (node.tagName === 'form' && (hasProperty(node, 'dataQuestion') || hasProperty(node, 'dataPrediction')))
    return question(node)
  if (isForTheHand(node)) return []
  if (hasProperty(node, 'dataTeacherNote')) return [teacherNote(node, page)]
  if (hasClass(node, 'term')) return children(node.children, page)
  if (node.tagName === 'dl') return [definitions(node, page)]
  if (node.tagName === 'li' && hasProperty(node, 'dataRow')) return [logRow(node, page)]
  if (node.tagName === 'a' && hasClass(node, 'reference'))
    return [text(` (${toString(node).replace(/\D/g, '')})`)]
  if (node.tagName === 'pre') return [codeBlock(toString(node).trimEnd(), languageOf(node))]
  if (node.tagName === 'details') return fold(node, page)
  if (wrapping.has(node.tagName) || (node.tagName === 'div' && hasClass(node, 'question-place')))
    return children(node.children, page)
  if (node.tagName.includes('-'))
    throw new Error(
      `${page}: the element <${node.tagName}> has no text form. Expected plain HTML, or a rule in src/build/twins/simplify.ts.`,
    )
  return [{ ...node, children: children(node.children, page) }]
}

/** A note to a teacher, marked as one: on the page it's behind a switch. */
function teacherNote(node: Element, page: string): Element {
  const mark = paragraph([element('strong', [text('Instructor’s note')])])
  return element('blockquote', [mark, ...children(node.children, page)])
}

/** The language that a block of code names in its class; none for output. */
function languageOf(node: Element): string {
  const names = [select('code', node), node].flatMap((one) => one?.properties['className'] ?? [])
  const named = names.find((name) => String(name).startsWith('language-'))
  return named === undefined ? '' : String(named).slice('language-'.length)
}

/** Names and what they hold, one a line. */
function definitions(node: Element, page: string): Element {
  const groups = selectAll('dt', node).map((name) => [name, ...after(node, name)])
  return element(
    'ul',
    groups.map((group) => {
      const [name, ...values] = group.map((one) => children(one.children, page))
      return element('li', [...(name ?? []), ...(values.length > 0 ? [text(': ')] : []), ...values.flat()])
    }),
  )
}

/** The descriptions of a name: those between it and the next name. */
function after(list: Element, name: Element): Element[] {
  const all = selectAll('dt, dd', list)
  const rest = all.slice(all.indexOf(name) + 1)
  const end = rest.findIndex(({ tagName }) => tagName === 'dt')
  return end === -1 ? rest : rest.slice(0, end)
}

/** A line of a run's log: its sentence names the node, so the node's sign before it goes. */
function logRow(node: Element, page: string): Element {
  const rest = node.children.filter(
    (child) => child.type !== 'element' || !(hasClass(child, 'node') || hasClass(child, 'cluster-who')),
  )
  return { ...node, children: children(rest, page) }
}

/** A fold stands open on paper and in a text: its summary is a line of its own. */
function fold(node: Element, page: string): ElementContent[] {
  const rest = node.children.filter((child) => !(child.type === 'element' && child.tagName === 'summary'))
  const summary = select('summary', node)
  return [
    ...(summary ? [paragraph([element('strong', [text(toString(summary).trim())])])] : []),
    ...children(rest, page),
  ]
}

/** A figure as its title and its text alternative. */
function figure(node: Element, page: string): ElementContent[] {
  const title = select('.title, figcaption, h3', node)
  const name = title ? toString(title).trim() : String(node.properties['dataFigure'])
  const body = node.children.filter((child) => child.type !== 'element' || child.tagName !== 'header')
  const told = children(body, page)
  const words = told
    .map((one) => toString(one))
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim()
  if (words.length < 20)
    throw new Error(
      `${page}: the figure "${String(node.properties['dataFigure'])}" has no text form: received "${words}". ` +
        'Expected words beside the drawing: a list, a table or a sentence of what it shows.',
    )
  return [paragraph([element('strong', [text(`Figure: ${name}`)])]), ...told]
}

/** A question without its key: what is asked, and what may be chosen. */
function question(node: Element): ElementContent[] {
  const legend = select('legend', node)
  const kicker = legend && select('.kicker', legend)
  const asked = legend
    ? toString(legend)
        .replace(kicker ? toString(kicker) : '', '')
        .trim()
    : ''
  const options = selectAll('.option', node).map((option) => element('li', [text(toString(option).trim())]))
  const unit = select('.unit', node)
  const field = select('input[type="text"]', node)
  const isPrediction = node.properties['dataPrediction'] !== undefined
  return [
    paragraph([element('strong', [text(isPrediction ? 'Predict:' : 'Question:')]), text(` ${asked}`)]),
    ...(options.length > 0 ? [element('ul', options)] : []),
    ...(field ? [paragraph([text(`Your answer: ______ ${unit ? toString(unit) : ''}`.trimEnd())])] : []),
  ]
}
