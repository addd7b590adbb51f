import { unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { archive } from '#build/packages/archive.ts'
import { chaptersOf, withLinks } from '#build/packages/chapters.ts'
import { epubBook, firstFile } from '#build/packages/epub/book.ts'
import { bookStyle } from '#build/packages/epub/style.ts'
import { scormPackage } from '#build/packages/scorm/package.ts'
import { epubFaults, xmlFaults } from '../../../scripts/package-checks.ts'
import { file } from './questions.ts'

const course = `<html><head><style>@layer a, b; @layer b { p { color: red } } @layer a { p { color: blue } } @font-face { src: url(x.woff2) }</style></head><body><main>
<section class="chapter prose" id="replicas" data-chapter="replicas"><h2>2. Replicas &amp; more</h2>
<p id="replicas--x">See <a href="#answers">answers</a>, <a href="/glossary/">glossary</a> and
<a href="https://example.org/">a text<sup class="link-number">[1]</sup></a>.<br>
<svg viewBox="0 0 9 9" aria-hidden="true"><path d="M0 0h9"/></svg></p></section>
<section class="appendix prose" id="answers"><h2>Answers</h2><p><a href="#replicas--x">Question 1</a></p></section>
<section class="appendix prose" id="links"><h2>Links</h2><ol class="paper-links"><li value="1" id="link-1"><a href="https://example.org/">https://example.org/</a></li></ol></section>
</main></body></html>`
const { chapters, style } = chaptersOf(course)
const options = { title: 'The course', site: undefined, modified: '2026-01-01T00:00:00Z' }
const book = (files = epubBook(chapters, style, options)) => ({
  name: 'course.epub',
  files,
  bytes: archive(files, [firstFile]),
})

test('the book has no fault that EPUBCheck’s rules name, and links from chapter to chapter', async () => {
  const made = book()
  expect(xmlFaults(made)).toEqual([])
  expect(await epubFaults(made)).toEqual([])
  expect(made.files['EPUB/answers.xhtml']).toContain('href="replicas.xhtml#replicas--x"')
  expect(made.files['EPUB/replicas.xhtml']).toContain('xmlns="http://www.w3.org/2000/svg"')
  expect(Object.keys(unzipSync(made.bytes))[0]).toBe('mimetype')
})

test('the check finds a book that misses a file, and one that isn’t well formed', async () => {
  const { 'EPUB/answers.xhtml': _, ...without } = epubBook(chapters, style, options)
  expect((await epubFaults(book(without))).length).toBeGreaterThan(0)
  const broken = book({ ...epubBook(chapters, style, options), 'EPUB/answers.xhtml': '<html><br></html>' })
  expect(xmlFaults(broken)).toHaveLength(1)
})

test('layers are taken off in their sequence, and fonts with them', () => {
  const plain = bookStyle(style)
  expect(plain.indexOf('blue')).toBeLessThan(plain.indexOf('red'))
  expect(plain).not.toMatch(/@layer|@font-face|url\(/)
})

test.each(['1.2', '2004'] as const)(
  'a SCORM %s package has a page for each lesson, with its text, its questions as data, and no way out of it',
  (version) => {
    const apart = chapters.map((chapter) => withLinks(chapter, chapters, () => undefined))
    const files = scormPackage(file, apart, { player: 'let x', style: 'p{}' }, version)
    expect(xmlFaults({ name: 'x', files, bytes: new Uint8Array() })).toEqual([])
    const manifest = String(files['imsmanifest.xml'])
    for (const [, href] of manifest.matchAll(/<file href="([^"]+)"/g)) expect(files).toHaveProperty([href!])
    expect(manifest).toContain(version === '1.2' ? 'adlcp:scormtype="sco"' : 'adlcp:scormType="sco"')
    const page = String(files['replicas/index.html'])
    expect(page).not.toMatch(/href="(#answers|\/)/)
    const data = /<script type="application\/json" id="questions-data">(.*?)<\/script>/s.exec(page)?.[1]
    expect(JSON.parse(data!).questions).toHaveLength(file.lessons[0]!.questions.length)
    expect(page).toContain('https://example.org/')
  },
)

test('the same course gives the same bytes', () => {
  expect(Buffer.from(book().bytes).equals(Buffer.from(book().bytes))).toBe(true)
})
