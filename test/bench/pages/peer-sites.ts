import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { quietly } from './temporary.ts'

/** A built site and how one of its pages is reached. */
export interface BuiltSite {
  readonly name: string
  readonly folder: string
  /** Pages that are measured, the peer's being one. */
  readonly paths: readonly string[]
  /** What leads on to the next page. */
  readonly next: string
}

/** The notes that the course grew out of, cut into pages at its headings, so that each has a next one. */
function notesInPages(): readonly { readonly title: string; readonly text: string }[] {
  const notes = readFileSync('content/notes.md', 'utf8')
  const chapters = notes.split(/^## (?=\d)/m).slice(1)
  if (chapters.length < 7)
    throw new Error(`expected seven chapters of the notes, received ${chapters.length}`)
  return [
    // The whole of them first: that's the page whose first view is compared.
    { title: 'The notes', text: notes.replace(/^# .*$/m, '') },
    ...chapters.map((chapter) => {
      const [title = '', ...text] = chapter.split('\n')
      return { title: title.replace(/^\d+\. /, ''), text: text.join('\n') }
    }),
  ]
}

const pageFile = (title: string, text: string, heading: boolean): string =>
  `---\ntitle: ${JSON.stringify(title)}\n---\n${heading ? `\n# ${title}\n` : ''}\n${text}\n`

function write(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
}

/** Installs packages into a folder of its own, the newest that the registry has. */
export async function install(folder: string, packages: readonly string[]): Promise<void> {
  write(folder, { 'package.json': '{"private":true,"type":"module"}' })
  await quietly('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error', ...packages], folder)
}

/** Starlight as its guide sets it up: no theme, no plugin, nothing taken away. */
export async function starlight(folder: string): Promise<BuiltSite> {
  await install(folder, ['astro', '@astrojs/starlight', 'sharp'])
  const pages = notesInPages()
  write(folder, {
    'astro.config.mjs': `import { defineConfig } from 'astro/config'
import starlight from '@astrojs/starlight'
export default defineConfig({ integrations: [starlight({ title: 'Notes', sidebar: [${pages
      .map((_, index) => `{ slug: 'page-${index}' }`)
      .join(', ')}] })] })
`,
    'src/content.config.ts': `import { defineCollection } from 'astro:content'
import { docsLoader } from '@astrojs/starlight/loaders'
import { docsSchema } from '@astrojs/starlight/schema'
export const collections = { docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }) }
`,
    ...Object.fromEntries(
      pages.map(({ title, text }, index) => [
        `src/content/docs/page-${index}.md`,
        pageFile(title, text, false),
      ]),
    ),
  })
  await quietly('npm', ['exec', '--', 'astro', 'build'], folder)
  return {
    name: `Starlight ${versionOf(folder, '@astrojs/starlight')}`,
    folder: join(folder, 'dist'),
    paths: ['/page-0/'],
    next: 'a[rel="next"]',
  }
}

/** VitePress as its guide sets it up. */
export async function vitepress(folder: string): Promise<BuiltSite> {
  await install(folder, ['vitepress'])
  const pages = notesInPages()
  write(folder, {
    '.vitepress/config.mjs': `export default { title: 'Notes', cleanUrls: false, themeConfig: { search: { provider: 'local' }, sidebar: [${pages
      .map(({ title }, index) => `{ text: ${JSON.stringify(title)}, link: '/page-${index}' }`)
      .join(', ')}] } }
`,
    ...Object.fromEntries(
      pages.map(({ title, text }, index) => [`page-${index}.md`, pageFile(title, text, true)]),
    ),
  })
  await quietly('npm', ['exec', '--', 'vitepress', 'build'], folder)
  return {
    name: `VitePress ${versionOf(folder, 'vitepress')}`,
    folder: join(folder, '.vitepress/dist'),
    paths: ['/page-0.html'],
    next: '.pager-link.next',
  }
}

function versionOf(folder: string, name: string): string {
  const text = readFileSync(join(folder, 'node_modules', name, 'package.json'), 'utf8')
  return (JSON.parse(text) as { version: string }).version
}
