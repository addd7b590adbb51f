import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { AstroIntegration } from 'astro'
import { makePackages, writePackages } from './make.ts'

/** After the build: the packages for learning platforms and the book, in `packages/`. They come last: they're made of the built pages. */
export function packages(site: string | undefined): AstroIntegration {
  return {
    name: 'packages',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        const root = fileURLToPath(dir)
        if (!existsSync(join(root, 'course/index.html'))) return
        await writePackages(root, await makePackages(root, site, modifiedAt()))
      },
    },
  }
}

/** When this course was made: the moment that reproducible builds are given, or now, in whole seconds. */
export function modifiedAt(): string {
  const given = Number(process.env.SOURCE_DATE_EPOCH)
  return `${new Date(given > 0 ? given * 1000 : Date.now()).toISOString().slice(0, 19)}Z`
}
