import type { Element, ElementContent, Root, RootContent } from 'hast'
import { select, selectAll } from 'hast-util-select'
import { toString } from 'hast-util-to-string'
import rehypeParse from 'rehype-parse'
import { unified } from 'unified'
import { element, paragraph, text } from '../twins/nodes.ts'
import { ownIds } from './ids.ts'
import { classesOf, hasClass, hasProperty } from '#build/elements.ts'

/** A lesson as it's printed: its text with outputs and drawings, and apart from it what its questions and predictions come to. */
export interface PaperLesson {
  readonly slug: string
  readonly heading: string
  readonly asks: string
  readonly body: readonly ElementContent[]
  readonly answers: readonly Element[]
}

const parser = unified().use(rehypeParse)

/** What paper can't use, or what a whole course doesn't say seven times: tags, classes, and attributes. */
const onlyOnScreen = {
  tags: new Set('script style link template input select textarea dialog footer'.split(' ')),
  classes: new Set(
    (
      'meaning anchor back cluster-links cell-buttons cell-keys cell-state sureness actions scrub lesson-summary ' +
      'teacher-note minutes cluster-log by-screen cluster-now page-contents lesson-continue ' +
      'figure-keep cell-away cell-try'
    ).split(' '),
  ),
  attributes: ['popover', 'hidden', 'dataOnlyScreen'],
}

function isOnlyOnScreen(node: Element): boolean {
  const classes = classesOf(node)
  return (
    onlyOnScreen.tags.has(node.tagName) ||
    classes.some((name) => onlyOnScreen.classes.has(name)) ||
    onlyOnScreen.attributes.some((name) => hasProperty(node, name)) ||
    (node.tagName === 'button' && !classes.includes('term')) ||
    (classes.includes('note') && classes.includes('source')) ||
    (node.properties['role'] === 'status' && node.children.length === 0)
  )
}

/**
 * A built lesson page as it's printed. Questions are numbered from `first`; their keys, and how predictions came out,
 * are apart. Throws where the page isn't a lesson's, saying so.
 */
export function lessonOnPaper(html: string, slug: string, first: number): PaperLesson {
  const tree = parser.parse(html) as Root
  const article = select('article[data-lesson]', tree)
  const heading = select('.lesson-head h1', tree)
  if (!article || !heading)
    throw new Error(`expected the built page of the lesson "${slug}", received another page`)
  const state: State = { slug, isInFigure: false, next: first, answers: [], predictions: new Map() }
  const body = children(article.children, state)
  const root = element('div', body)
  ownIds(root, slug)
  for (const answer of state.answers) ownIds(answer, slug)
  return {
    slug,
    heading: toString(heading),
    asks: toString(select('.lesson-head .asks', tree) ?? heading),
    body: root.children,
    answers: state.answers,
  }
}

interface State {
  readonly slug: string
  /** In a figure, what is there for the hand alone goes. */
  isInFigure: boolean
  next: number
  readonly answers: Element[]
  /** The number of each prediction by its id, until its outcome is met. */
  readonly predictions: Map<string, number>
}

const children = (nodes: readonly RootContent[], state: State): ElementContent[] =>
  nodes.flatMap((node) => {
    if (node.type === 'text') return [text(node.value)]
    return node.type === 'element' ? printed(node, state) : []
  })

function printed(node: Element, state: State): ElementContent[] {
  const { tagName } = node
  if (hasClass(node, 'question-place')) return asked(node, state)
  if (isOnlyOnScreen(node)) return []
  if (state.isInFigure && (tagName === 'noscript' || tagName === 'form')) return []
  if (unwrapped.has(tagName)) return children(node.children, state)
  if (tagName === 'button') return [element('span', children(node.children, state), { className: ['term'] })]
  if (tagName === 'details') return unfolded(node, state)
  if (hasClass(node, 'sources')) return sources(node, state)
  if (tagName === 'svg') return [drawing(node)]
  if (tagName === 'figure') return [figure(node, state)]
  if (hasClass(node, 'cluster-stage')) return [stage(node, state)]
  // What a label names is gone from paper: its words stay.
  const name = tagName === 'label' ? 'span' : tagName
  return [
    { ...node, tagName: name, properties: printedProperties(node), children: children(node.children, state) },
  ]
}

/**
 * What scrolls keeps its place among the stops of the keyboard, and nothing else does. What is a landmark of its lesson is
 * none here: seven lessons have seven of each name, and one page has no use for a hundred of them.
 */
function printedProperties({ tagName, properties }: Element): Element['properties'] {
  const { tabIndex, htmlFor: _, role, ...rest } = properties
  const isNamed = rest['ariaLabel'] !== undefined || rest['ariaLabelledBy'] !== undefined
  const isLandmark = role === 'region' || (isNamed && (tagName === 'section' || tagName === 'nav'))
  const printedRole = tagName === 'aside' ? 'note' : isLandmark ? 'group' : role
  const scrolls = tagName === 'pre' || printedRole === 'group'
  return {
    ...rest,
    ...(printedRole !== undefined && { role: printedRole }),
    ...(scrolls && tabIndex !== undefined && { tabIndex }),
  }
}

/** What stands around a text for a script alone. */
const unwrapped = new Set(['noscript', 'astro-island', 'astro-slot', 'astro-static-slot'])

/** A fold stands open: its summary is a line of its own. Inside a figure it tells what the drawing shows, and goes. */
function unfolded(node: Element, state: State): ElementContent[] {
  const summary = select('summary', node)
  const rest = children(
    node.children.filter((child) => child !== summary),
    state,
  )
  if (hasClass(node, 'code-fold')) return rest
  const title = summary ? toString(summary).trim() : ''
  return [
    element(
      'div',
      [...(title === '' ? [] : [element('p', [text(title)], { className: ['opened-title'] })]), ...rest],
      {
        className: ['opened'],
      },
    ),
  ]
}

/** The sources of a lesson under a heading of their own. */
function sources(node: Element, state: State): ElementContent[] {
  const list = select('ol', node)
  if (!list) return []
  return [
    element(
      'section',
      [element('h3', [text('Sources of this lesson')]), element('ol', children(list.children, state))],
      {
        className: ['sources'],
      },
    ),
  ]
}

function figure(node: Element, state: State): Element {
  state.isInFigure = true
  const inner = children(node.children, state)
  state.isInFigure = false
  return { ...node, properties: { ...node.properties }, children: inner }
}

/** A length in pixels: a share of the room, such as 100%, makes no box. */
const isNumber = (length: unknown): boolean => /^[\d.]+$/.test(String(length))

/** A drawing with a box of its own, so that it can be scaled. */
function drawing(node: Element): Element {
  const { viewBox, width, height } = node.properties
  const isSized = viewBox === undefined && isNumber(width) && isNumber(height)
  return {
    ...node,
    properties: { ...node.properties, ...(isSized && { viewBox: `0 0 ${String(width)} ${String(height)}` }) },
  }
}

/** How wide a column of text is on paper, and the names of nodes beside a run, in rem. */
const columnRem = 46
const headsRem = 15

/** A run's names and its drawing stand beside each other line by line, so both are scaled together, in steps of 5%. */
function stage(node: Element, state: State): Element {
  const width = /^([\d.]+)rem$/.exec(String(select('svg', node)?.properties['width'] ?? ''))?.[1]
  const share = width === undefined ? 1 : columnRem / (Number(width) + headsRem)
  const step = Math.max(30, Math.min(100, Math.floor(share * 20) * 5))
  return {
    ...node,
    properties: { ...node.properties, className: [...classesOf(node), `fit-${step}`] },
    children: children(node.children, state),
  }
}

/** A question or a prediction, numbered and without its key; how a prediction came out goes to the answers. */
function asked(place: Element, state: State): ElementContent[] {
  const form = select('form[data-question], form[data-prediction]', place)
  const revisit = select('[data-revisit]', place)
  if (form) return [question(form, place, state)]
  if (revisit) return revisited(revisit, state)
  return []
}

function question(form: Element, place: Element, state: State): Element {
  const number = state.next++
  const legend = select('legend', form)
  const kicker = legend && select('.kicker', legend)
  const words = legend ? legend.children.filter((child) => child !== kicker) : []
  const prediction = form.properties['dataPrediction']
  const options = selectAll('.option', form).map((option) => element('li', [text(toString(option).trim())]))
  const unit = select('.unit', form)
  const others = (select('fieldset', form)?.children ?? []).filter(
    (child) =>
      child.type === 'element' &&
      child.tagName !== 'legend' &&
      !hasClass(child, 'options') &&
      !hasClass(child, 'field'),
  )
  const hasField = select('.field input', form) !== undefined && select('.field input', form) !== null
  if (prediction !== undefined) state.predictions.set(String(prediction), number)
  else state.answers.push(answer(number, place, state))
  return element(
    'div',
    [
      paragraph([
        element('b', [text(`${prediction === undefined ? 'Question' : 'Predict'} ${number}. `)]),
        ...children(words, state),
      ]),
      ...(options.length > 0 ? [element('ul', options)] : []),
      ...children(others, state),
      ...(hasField
        ? [paragraph([text(`Your answer: __________ ${unit ? toString(unit) : ''}`.trimEnd())])]
        : []),
    ],
    { className: ['paper-question'], id: `asked-${number}` },
  )
}

/** The key of a question with its reasons, as the page without JavaScript shows them. */
function answer(number: number, place: Element, state: State): Element {
  const list = select('noscript dl', place)
  return element(
    'div',
    [
      paragraph([element('b', [element('a', [text(`Question ${number}`)], { href: `#asked-${number}` })])]),
      ...(list ? children([list], state) : []),
    ],
    { className: ['paper-answer'] },
  )
}

function revisited(revisit: Element, state: State): ElementContent[] {
  const number = state.predictions.get(String(revisit.properties['dataRevisit']))
  const fold = select('details', revisit)
  if (number === undefined || !fold) return []
  const rest = fold.children.filter((child) => child.type !== 'element' || child.tagName !== 'summary')
  state.answers.push(
    element(
      'div',
      [
        paragraph([element('b', [element('a', [text(`Predict ${number}`)], { href: `#asked-${number}` })])]),
        ...children(rest, state),
      ],
      { className: ['paper-answer'] },
    ),
  )
  return [
    element(
      'p',
      [
        text('How it came out stands among the answers, under '),
        element('b', [text(`Predict ${number}`)]),
        text('.'),
      ],
      {
        className: ['hint'],
      },
    ),
  ]
}
