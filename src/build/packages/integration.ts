import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { AstroIntegration } from 'astro'
import { inThread } from '../thread.ts'
import type { PackagesOf } from './worker.ts'

/**
 * After the build: the packages for learning platforms and the book, in `packages/`. They come last: they're made of the
 * built pages. They're long in the making too, so they have a thread of their own.
 */
export function packages(site: string | undefined): AstroIntegration {
  return {
    name: 'packages',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        const root = fileURLToPath(dir)
        if (!existsSync(join(root, 'course/index.html'))) return
        const course: PackagesOf = { root, site, modified: modifiedAt() }
        await inThread(new URL('worker.ts', import.meta.url), course)
      },
    },
  }
}

/** When this course was made: the moment that reproducible builds are given, or now, in whole seconds. */
export function modifiedAt(): string {
  const given = Number(process.env.SOURCE_DATE_EPOCH)
  return `${new Date(given > 0 ? given * 1000 : Date.now()).toISOString().slice(0, 19)}Z`
}
