import { createHash } from 'node:crypto'
import { readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { AstroIntegration } from 'astro'

/** What the page "Keep the whole course" fetches: each file with its size, under a version that changes with any of them. */
export interface OfflineList {
  readonly version: string
  readonly bytes: number
  /** Paths below the site's root. */
  readonly files: readonly string[]
}

/** Texts for machines and sources of the site's own search in other forms: a reader offline has no use for them. */
const leftOut = /(\.md|\.txt|\.xml|\.map|^sw\.js|^_headers|^offline\.json|^preview.*\.png|\.zip|\.epub)$/

/**
 * After the build: a service worker that keeps what a reader has seen, and the list of all files for those who keep the
 * whole course. The worker is workbox's; the compiler's worker is kept when it was used, or with the whole course.
 */
export function offline(base: string): AstroIntegration {
  return {
    name: 'offline',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        const root = fileURLToPath(dir)
        await writeFile(join(root, 'offline.json'), JSON.stringify(await listOf(root)))
        const { generateSW } = await import('workbox-build')
        const { warnings } = await generateSW({
          globDirectory: root,
          globPatterns: ['offline/index.html', 'favicon.svg', 'manifest.webmanifest'],
          swDest: join(root, 'sw.js'),
          modifyURLPrefix: { '': base.replace(/\/?$/, '/') },
          inlineWorkboxRuntime: true,
          sourcemap: false,
          clientsClaim: true,
          cleanupOutdatedCaches: true,
          cacheId: 'anti-entropy',
          runtimeCaching: [
            {
              // Their names change with their content: once fetched, never asked for again.
              urlPattern: /\/(?:_astro|runtime|pagefind\/(?:index|fragment))\//,
              handler: 'CacheFirst',
              options: { cacheName: 'assets' },
            },
            {
              urlPattern: ({ sameOrigin }) => sameOrigin,
              handler: 'NetworkFirst',
              options: {
                cacheName: 'pages',
                networkTimeoutSeconds: 4,
                matchOptions: { ignoreSearch: true },
                precacheFallback: { fallbackURL: `${base.replace(/\/?$/, '/')}offline/index.html` },
              },
            },
          ],
        })
        if (warnings.length > 0) throw new Error(`The service worker: ${warnings.join('; ')}`)
      },
    },
  }
}

async function listOf(root: string): Promise<OfflineList> {
  const files: string[] = []
  const digest = createHash('sha256')
  let bytes = 0
  for (const file of (await readdir(root, { recursive: true })).sort()) {
    const path = file.replaceAll('\\', '/')
    const { size, isDirectory } = await kindOf(join(root, file))
    if (isDirectory || leftOut.test(path)) continue
    files.push(path.replace(/(^|\/)index\.html$/, '$1'))
    digest.update(path).update(await readFile(join(root, file)))
    bytes += size
  }
  return { version: digest.digest('hex').slice(0, 12), bytes, files }
}

async function kindOf(path: string): Promise<{ readonly size: number; readonly isDirectory: boolean }> {
  const found = await stat(path)
  return { size: found.size, isDirectory: found.isDirectory() }
}
