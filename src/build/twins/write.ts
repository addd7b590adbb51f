import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { twinOf } from './markdown.ts'
import type { Twin } from './markdown.ts'

interface Page extends Twin {
  /** The page's path in the site, such as `lessons/replicas/`. */
  readonly path: string
}

/** Pages that have nothing to read: redirects, and the page for what isn't there. */
const isRead = (html: string, file: string): boolean =>
  file.endsWith('index.html') && !/<meta http-equiv="refresh"/.test(html) && html.includes('<main')

/** Where a site is built, and the addresses that its pages have. */
export interface Built {
  /** The folder of the pages. */
  readonly root: string
  readonly base: string
  /** Undefined where the host isn't known: then addresses begin with the base. */
  readonly site: string | undefined
}

/** Writes the twin of every page of a built site, and both lists of them. */
export async function writeTwins({ root, base, site }: Built): Promise<void> {
  const pages: Page[] = []
  for (const file of (await readdir(root, { recursive: true })).sort()) {
    if (!file.endsWith('.html')) continue
    const name = file.replaceAll('\\', '/')
    const html = await readFile(join(root, file), 'utf8')
    if (!isRead(html, name)) continue
    const path = name.slice(0, -'index.html'.length)
    const twin = withPurpose(twinOf(html, path === '' ? 'the home page' : path))
    pages.push({ path, ...twin })
    await mkdir(join(root, path), { recursive: true })
    await writeFile(join(root, path, 'index.md'), twin.markdown)
  }
  const address = (path: string) => new URL(`${base.replace(/\/?$/, '/')}${path}`, site ?? 'http://x').href
  const shown = (path: string) =>
    site === undefined ? address(path).slice('http://x'.length) : address(path)
  await writeFile(join(root, 'llms.txt'), listOf(pages, shown))
  await writeFile(join(root, 'llms-full.txt'), wholeOf(pages))
}

/** A page that is all instrument has little text: what it's for stands in its description. */
const withPurpose = (twin: Twin): Twin =>
  twin.markdown.length > 150 ? twin : { ...twin, markdown: `${twin.markdown}\n${twin.description}\n` }

const isLesson = ({ path }: Page): boolean => /^lessons\/[^/]+\/$/.test(path)

function listOf(pages: readonly Page[], address: (path: string) => string): string {
  const line = ({ path, title, description }: Page) =>
    `- [${title}](${address(`${path}index.md`)})${description ? `: ${description}` : ''}`
  const home = pages.find(({ path }) => path === '')
  return [
    '# Anti-Entropy',
    '',
    `> ${home?.description ?? 'An interactive notebook of distributed systems.'}`,
    '',
    '## Lessons',
    '',
    ...pages.filter(isLesson).map(line),
    '',
    '## Other pages',
    '',
    ...pages.filter((page) => !isLesson(page)).map(line),
    '',
  ].join('\n')
}

const wholeOf = (pages: readonly Page[]): string =>
  pages
    .filter((page) => isLesson(page) || page.path === 'glossary/')
    .map(({ markdown }) => markdown)
    .join('\n---\n\n')
