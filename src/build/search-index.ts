import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { AstroIntegration } from 'astro'
import { searchRecords } from './search-records.ts'

/** Pages whose parts are shown elsewhere as well, or that hold nothing to find. */
const unsearched =
  /^(404\.html|course\/|search\/|cards\/review\/|progress\/|bench\/cluster\/|.*\/(handout|key)\/)/

/**
 * After the build: an index of all words of the site (`pagefind/`), read in pieces by the page of the search. Beside
 * the sections of pages it holds terms, questions, cards, figures, cells, claims and sources, each under its address.
 */
export function searchIndex(): AstroIntegration {
  return {
    name: 'search-index',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        const { close, createIndex } = await import('pagefind')
        const { index, errors } = await createIndex({
          rootSelector: 'main',
          excludeSelectors: [
            'svg',
            '[popover]',
            '.anchor',
            'form',
            '[data-cell]',
            'nav',
            '.cluster-log',
            '.teacher-note',
            '[data-key]',
            'button',
          ],
          forceLanguage: 'en',
        })
        if (index === undefined) throw new Error(`The search index could not be begun: ${errors.join('; ')}`)
        const root = fileURLToPath(dir)
        const records = new Map<string, ReturnType<typeof searchRecords>[number]>()
        for (const file of (await readdir(root, { recursive: true })).sort()) {
          const path = file.replaceAll('\\', '/')
          if (!path.endsWith('.html') || unsearched.test(path)) continue
          const content = await readFile(join(root, file), 'utf8')
          if (/http-equiv="refresh"/.test(content)) continue
          const added = await index.addHTMLFile({ sourcePath: path, content })
          if (added.errors.length > 0) throw new Error(`${path}: ${added.errors.join('; ')}`)
          for (const record of searchRecords(content, `/${path.replace(/index\.html$/, '')}`))
            records.set(
              `${record.kind} ${record.title}`,
              records.get(`${record.kind} ${record.title}`) ?? record,
            )
        }
        for (const { url, kind, title, text } of records.values()) {
          await index.addCustomRecord({
            url,
            content: `${title}. ${text}`,
            language: 'en',
            meta: { title, kind },
          })
        }
        await index.writeFiles({ outputPath: join(root, 'pagefind') })
        await close()
      },
    },
  }
}
