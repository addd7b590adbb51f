import mdx from '@astrojs/mdx'
import preact from '@astrojs/preact'
import { defineConfig } from 'astro/config'
import { bootHash } from './src/sandbox/boot-hash.mjs'

// BASE and SITE are set when the site is served from somewhere else than the root of a host.
const base = process.env.BASE ?? '/'
const site = process.env.SITE

/** `client:near`, the way in which the parts of a page come alive. */
const near = {
  name: 'near',
  hooks: {
    'astro:config:setup': ({ addClientDirective }) =>
      addClientDirective({ name: 'near', entrypoint: './src/layouts/near.ts' }),
  },
}

export default defineConfig({
  ...(site ? { site } : {}),
  base,
  output: 'static',
  outDir: process.env.OUT_DIR ?? './dist',
  trailingSlash: 'always',
  prefetch: false,
  devToolbar: { enabled: false },
  integrations: [preact(), mdx(), near],
  // Code is highlighted by the cell's component, with classes: Shiki's inline styles break the policy.
  markdown: { syntaxHighlight: false },
  // Scripts and styles stay files: the policy below allows no inline ones but those Astro hashes.
  build: { inlineStylesheets: 'never' },
  vite: { build: { assetsInlineLimit: 0 } },
  security: {
    csp: {
      // The boot script of the frame in which cells run: a frame without an address inherits the page's policy.
      scriptDirective: { hashes: [bootHash] },
      directives: [
        "default-src 'self'",
        "connect-src 'self'",
        "worker-src 'self' blob:",
        "frame-src 'self'",
        "img-src 'self'",
        "font-src 'self'",
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'none'",
      ],
    },
  },
})
