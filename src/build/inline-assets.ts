import { createHash } from 'node:crypto'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { AstroIntegration } from 'astro'
import { withoutProps } from './island-props.ts'

const sheetLink = /<link rel="stylesheet" href="([^"]+)"[^>]*>/g
const themeScript = /<script src="([^"]*\/theme\.js)"><\/script>/

/**
 * A built page whose stylesheets and theme script stand in its head, each with its hash in the page's policy. A page
 * then paints once its own HTML is there: on slow 4G the eleven files in front of the first paint cost more than half
 * a second. `read` gives the text of a file of the site by its address; a file it doesn't have stays a link.
 */
export function withInlineAssets(page: string, read: (href: string) => string | undefined): string {
  const head = page.slice(0, page.indexOf('</head>'))
  const links = [...head.matchAll(sheetLink)]
  const sheets = links.map(([link, href]) => ({ link, text: read(href!) }))
  const known = sheets.filter(({ text }) => text !== undefined)
  const style = known.map(({ text }) => text!.trim()).join('\n')
  const script = themeScript.exec(head)
  const code = script ? read(script[1]!) : undefined
  let whole = page
  if (known.length > 0) {
    const [first, ...rest] = known
    whole = whole.replace(first!.link, () => `<style>${style}</style>`)
    for (const { link } of rest) whole = whole.replace(link, '')
    whole = allowing(whole, 'style-src', style)
  }
  if (script && code !== undefined) {
    whole = whole.replace(script[0], () => `<script>${code}</script>`)
    whole = allowing(whole, 'script-src', code)
  }
  return whole
}

/** A text as a policy names it. */
function hashOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`
}

/** The page with one more text that its policy lets stand in it. */
function allowing(page: string, directive: string, text: string): string {
  const hash = hashOf(text)
  return page.replace(new RegExp(`(${directive} 'self')([^;"]*)`), (_, start: string, rest: string) =>
    rest.includes(hash) ? start + rest : `${start} ${hash}${rest}`,
  )
}

/**
 * The page with a policy that names the scripts and styles that stand in it, and no others: the framework lists each
 * text that any page has. `kept` are the hashes of what scripts put into a page later.
 */
export function withFewHashes(page: string, kept: readonly string[]): string {
  const here = new Set(kept.map((hash) => `'${hash}'`))
  for (const [, text] of page.matchAll(/<(?:script|style)(?:\s[^>]*)?>([\s\S]*?)<\/(?:script|style)>/g))
    here.add(hashOf(text!))
  return page.replace(/<meta http-equiv="content-security-policy"[^>]*>/, (policy) =>
    policy.replace(/ ('sha256-[^']*')/g, (written, hash: string) => (here.has(hash) ? written : '')),
  )
}

const shape = /<(path|circle|ellipse|rect|line|polyline|polygon)((?:\s+[\w:-]+(?:="[^"]*")?)*)><\/\1>/g

/** The page with its drawings' shapes closed in their own tags: a run has some two hundred of them. */
export const withShortShapes = (page: string): string => page.replace(shape, '<$1$2/>')

/**
 * After the build: every page of the site gets its stylesheets and its theme script into its head, long properties of
 * its parts become files, and its policy names what's in it. `kept`: see {@link withFewHashes}.
 */
export function inlineAssets(base: string, kept: readonly string[]): AstroIntegration {
  return {
    name: 'inline-assets',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        const root = fileURLToPath(dir)
        const all = await readdir(root, { recursive: true })
        const texts = new Map<string, string>()
        for (const file of all) {
          if (/\.css$/.test(file) || file === 'theme.js')
            texts.set(file.replaceAll('\\', '/'), await readFile(join(root, file), 'utf8'))
        }
        const theme = texts.get('theme.js')
        if (theme !== undefined) texts.set('theme.js', await minified(theme))
        const prefix = base.endsWith('/') ? base : `${base}/`
        const read = (href: string) =>
          href.startsWith(prefix) ? texts.get(href.slice(prefix.length)) : undefined
        for (const file of all.filter((name) => name.endsWith('.html'))) {
          const path = join(root, file)
          const { page, files } = withoutProps(await readFile(path, 'utf8'), `${prefix}_astro/`)
          for (const [name, text] of files) await writeFile(join(root, '_astro', name), text)
          await writeFile(path, withFewHashes(withInlineAssets(withShortShapes(page), read), kept))
        }
      },
    },
  }
}

async function minified(code: string): Promise<string> {
  const { transform } = await import('esbuild')
  return (await transform(code, { minify: true, format: 'iife' })).code.trim()
}
