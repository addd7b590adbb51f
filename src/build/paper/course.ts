import type { Element, ElementContent } from 'hast'
import { toHtml } from 'hast-util-to-html'
import { element, text } from '../twins/nodes.ts'
import { elementsOf } from './ids.ts'
import { lessonOnPaper } from './lesson.ts'
import type { PaperLesson } from './lesson.ts'
import { linkList, linksId, numberLinks } from './links.ts'
import { hasClass } from '#build/elements.ts'

/** A built lesson page and the slug it's for, in the course's order. */
export interface BuiltLesson {
  readonly slug: string
  readonly html: string
}

/** Where the site is. */
interface CourseOptions {
  /** The base path of the site. */
  readonly base: string
  /** Where the site is served, if that's known: links in print are whole then. */
  readonly site: string | undefined
}

/** The lessons one after the other, then the answers, then what the numbers behind links stand for: as HTML. */
export function courseOnOnePage(built: readonly BuiltLesson[], { base, site }: CourseOptions): string {
  const lessons: PaperLesson[] = []
  let next = 1
  for (const { slug, html } of built) {
    const lesson = lessonOnPaper(html, slug, next)
    next += questionsIn(lesson)
    lessons.push(lesson)
  }
  const parts: Element[] = [
    element('nav', [contents(lessons)], { ariaLabel: 'Contents', className: ['paper-contents'] }),
    ...lessons.map(chapter),
    appendix('answers', 'Answers', lessons.flatMap(answersOf)),
  ]
  const slugs = built.map(({ slug }) => slug)
  const absolute = (path: string) => (site === undefined ? path : new URL(path, site).href)
  const links = numberLinks(parts, slugs, base, absolute)
  return toHtml([...parts, appendix(linksId, 'What the numbers behind links stand for', [linkList(links)])])
}

const questionsIn = ({ body }: PaperLesson): number =>
  body
    .flatMap((node) => (node.type === 'element' ? [...elementsOf(node)] : []))
    .filter((node) => hasClass(node, 'paper-question')).length

function contents(lessons: readonly PaperLesson[]): Element {
  const line = (id: string, words: string) => element('li', [element('a', [text(words)], { href: `#${id}` })])
  return element('ol', [
    ...lessons.map(({ slug, heading }) => line(slug, heading)),
    line('answers', 'Answers'),
    line(linksId, 'Links'),
  ])
}

const chapter = ({ slug, heading, asks, body }: PaperLesson, index: number): Element =>
  element(
    'section',
    [
      element('h2', [text(`${index + 1}. ${heading}`)]),
      element('p', [text(asks)], { className: ['asks'] }),
      ...body.map(deeper),
    ],
    { id: slug, className: ['chapter', 'prose'], dataChapter: slug },
  )

const appendix = (id: string, title: string, children: readonly ElementContent[]): Element =>
  element('section', [element('h2', [text(title)]), ...children], { id, className: ['appendix', 'prose'] })

const answersOf = ({ heading, answers }: PaperLesson): ElementContent[] =>
  answers.length === 0 ? [] : [element('h3', [text(heading)]), ...answers]

/** Headings go one level down: the course's own title is above them. */
function deeper(node: ElementContent): ElementContent {
  if (node.type !== 'element') return node
  const level = /^h([2-5])$/.exec(node.tagName)?.[1]
  return {
    ...node,
    tagName: level === undefined ? node.tagName : `h${Number(level) + 1}`,
    children: node.children.map(deeper),
  }
}
