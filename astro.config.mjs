import mdx from '@astrojs/mdx'
import sitemap from '@astrojs/sitemap'
import { defineConfig } from 'astro/config'
import { ahead } from './src/build/ahead.ts'
import { atOnce } from './src/build/at-once.ts'
import { inlineAssets } from './src/build/inline-assets.ts'
import { offline } from './src/build/offline.ts'
import { preactWithoutBabel } from './src/build/preact.ts'
import { searchIndex } from './src/build/search-index.ts'
import { packages } from './src/build/packages/integration.ts'
import { wholeCourse } from './src/build/paper/integration.ts'
import { twins } from './src/build/twins/integration.ts'
import { createHash } from 'node:crypto'
import { basename } from 'node:path'
import { aheadRules } from './src/site/ahead-rules.mjs'
import { bootHash } from './src/sandbox/boot-hash.mjs'

// BASE and SITE are set when the site is served from somewhere else than the root of a host.
const base = process.env.BASE ?? '/'
const site = process.env.SITE
const outDir = process.env.OUT_DIR ?? './dist'
// BARE leaves out texts, search and offline files: for the tests under a base path, which look at the pages alone.
const isBare = process.env.BARE === '1'

/** What the browser may fetch ahead stands in a script of rules: the policy admits this one text. */
const aheadHash = `sha256-${createHash('sha256').update(aheadRules).digest('base64')}`

/** `client:near`, the way in which the parts of a page come alive. */
const near = {
  name: 'near',
  hooks: {
    'astro:config:setup': ({ addClientDirective }) =>
      addClientDirective({ name: 'near', entrypoint: './src/site/client-near.ts' }),
  },
}

export default defineConfig({
  ...(site ? { site } : {}),
  base,
  output: 'static',
  outDir,
  // Two builds may run beside each other: each keeps its own notes.
  cacheDir: `./node_modules/.astro/${basename(outDir)}`,
  trailingSlash: 'always',
  prefetch: false,
  devToolbar: { enabled: false },
  integrations: [
    preactWithoutBabel(),
    mdx(),
    near,
    wholeCourse(base, site),
    inlineAssets(base, [bootHash, aheadHash]),
    // A map of the site names whole addresses: it needs to know its host.
    ...(site === undefined ? [] : [sitemap({ filter: (page) => !/\/(?:bench|handout|key)\//.test(page) })]),
    ...(isBare ? [] : [ahead(), atOnce(packages(site), twins(base, site), searchIndex()), offline(base)]),
  ],
  // Code is highlighted with classes (src/build/highlight.ts): the inline styles of Astro's own would break the policy.
  markdown: { syntaxHighlight: false },
  // Scripts stay files. Styles stay files until the site is built: then each page gets its own into its head
  // (src/build/inline-assets.ts), with their hash in its policy.
  build: { inlineStylesheets: 'never' },
  vite: { build: { assetsInlineLimit: 0 } },
  security: {
    csp: {
      // The rules for fetching ahead. And, since a frame without an address inherits the page's policy, the boot script of the
      // frame in which cells run, and scripts made of a text: a run's prelude loads its cells as one, when the world is closed.
      scriptDirective: {
        hashes: [bootHash, aheadHash],
        // The words of the search are found by compiled code: the policy names that, and no more of eval.
        resources: ["'self'", 'blob:', "'wasm-unsafe-eval'"],
      },
      directives: [
        "default-src 'self'",
        "connect-src 'self'",
        "worker-src 'self' blob:",
        "frame-src 'self'",
        "manifest-src 'self'",
        // A figure that is saved as PNG is drawn from a blob that the page has made itself.
        "img-src 'self' blob:",
        "font-src 'self'",
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'none'",
      ],
    },
  },
})
