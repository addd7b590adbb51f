import { element, text } from '../../twins/nodes.ts'
import type { Files } from '../archive.ts'
import { withLinks } from '../chapters.ts'
import type { Chapter } from '../chapters.ts'
import { xml, xmlFile } from '../xml.ts'
import type { XmlElement } from '../xml.ts'
import { bookStyle } from './style.ts'
import { holdsDrawing, xhtmlFile } from './xhtml.ts'

/** What the book says of itself. */
interface BookOptions {
  readonly title: string
  /** Where the course is served; the book's identifier is made of it where it's known. */
  readonly site: string | undefined
  /** When the course was last changed: an ISO moment in whole seconds. */
  readonly modified: string
}

/** What must come first in the archive, uncompressed: readers know a book by it. */
export const firstFile = 'mimetype'

const xhtml = 'application/xhtml+xml'

/** The course as an EPUB 3 book: a file for each chapter, drawings and all. */
export function epubBook(chapters: readonly Chapter[], style: string, options: BookOptions): Files {
  const linked = chapters.map((chapter) =>
    withLinks(chapter, chapters, (id, anchor) => (anchor === id ? `${id}.xhtml` : `${id}.xhtml#${anchor}`)),
  )
  return {
    [firstFile]: 'application/epub+zip',
    'META-INF/container.xml': xmlFile(container),
    'EPUB/package.opf': xmlFile(packageFile(linked, options)),
    'EPUB/nav.xhtml': nav(linked, options.title),
    'EPUB/style.css': bookStyle(style),
    ...Object.fromEntries(
      linked.map(({ id, title, element: body }) => [`EPUB/${id}.xhtml`, xhtmlFile(title, [body])]),
    ),
  }
}

const container = xml(
  'container',
  { version: '1.0', xmlns: 'urn:oasis:names:tc:opendocument:xmlns:container' },
  [
    xml('rootfiles', {}, [
      xml('rootfile', { 'full-path': 'EPUB/package.opf', 'media-type': 'application/oebps-package+xml' }),
    ]),
  ],
)

function packageFile(chapters: readonly Chapter[], options: BookOptions): XmlElement {
  const files = chapters.map(({ id, element: body }) =>
    xml('item', {
      id: `chapter-${id}`,
      href: `${id}.xhtml`,
      'media-type': xhtml,
      properties: holdsDrawing([body]) ? 'svg' : undefined,
    }),
  )
  return xml(
    'package',
    { xmlns: 'http://www.idpf.org/2007/opf', version: '3.0', 'unique-identifier': 'book', 'xml:lang': 'en' },
    [
      metadata(options),
      xml('manifest', {}, [
        xml('item', { id: 'nav', href: 'nav.xhtml', 'media-type': xhtml, properties: 'nav' }),
        xml('item', { id: 'style', href: 'style.css', 'media-type': 'text/css' }),
        ...files,
      ]),
      xml('spine', {}, [
        xml('itemref', { idref: 'nav' }),
        ...chapters.map(({ id }) => xml('itemref', { idref: `chapter-${id}` })),
      ]),
    ],
  )
}

function metadata({ title, site, modified }: BookOptions): XmlElement {
  const meta = (property: string, value: string) => xml('meta', { property }, [value])
  return xml('metadata', { 'xmlns:dc': 'http://purl.org/dc/elements/1.1/' }, [
    xml('dc:identifier', { id: 'book' }, [site ?? 'urn:anti-entropy:course']),
    xml('dc:title', {}, [title]),
    xml('dc:language', {}, ['en']),
    xml('dc:rights', {}, ['CC BY 4.0; code under the MIT licence']),
    meta('dcterms:modified', modified),
    meta('schema:accessMode', 'textual'),
    meta('schema:accessMode', 'visual'),
    meta('schema:accessibilityFeature', 'tableOfContents'),
    meta('schema:accessibilityFeature', 'structuralNavigation'),
    meta('schema:accessibilityHazard', 'none'),
    meta(
      'schema:accessibilitySummary',
      'Each drawing of a run has a title and a sentence. The site tells every run step by step.',
    ),
  ])
}

function nav(chapters: readonly Chapter[], title: string): string {
  const list = element(
    'ol',
    chapters.map(({ id, title: words }) =>
      element('li', [element('a', [text(words)], { href: `${id}.xhtml` })]),
    ),
  )
  return xhtmlFile(title, [
    element('nav', [element('h1', [text(title)]), list], { 'epub:type': 'toc', id: 'toc' }),
  ])
}
