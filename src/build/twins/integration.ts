import { fileURLToPath } from 'node:url'
import type { AstroIntegration } from 'astro'
import { inThread } from '../thread.ts'
import type { Built } from './write.ts'

/**
 * After the build: a Markdown twin beside every page (`index.md`), the list of them for machines that read
 * (`llms.txt`), and the lessons in one file (`llms-full.txt`). Reading every page takes as long as the search index does,
 * so it has a thread of its own.
 */
export function twins(base: string, site: string | undefined): AstroIntegration {
  return {
    name: 'markdown-twins',
    hooks: {
      'astro:build:done': ({ dir }) => {
        const built: Built = { root: fileURLToPath(dir), base, site }
        return inThread(new URL('worker.ts', import.meta.url), built)
      },
    },
  }
}
