import { createHash } from 'node:crypto'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { AstroIntegration } from 'astro'

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

/** The page with one more text that its policy lets stand in it. */
function allowing(page: string, directive: string, text: string): string {
  const hash = `'sha256-${createHash('sha256').update(text).digest('base64')}'`
  return page.replace(new RegExp(`(${directive} 'self')([^;"]*)`), (_, start: string, rest: string) =>
    rest.includes(hash) ? start + rest : `${start} ${hash}${rest}`,
  )
}

/** After the build: every page of the site gets its stylesheets and its theme script into its head. */
export function inlineAssets(base: string): AstroIntegration {
  return {
    name: 'inline-assets',
    hooks: {
      'astro:build:done': async ({ dir }) => {
        const root = fileURLToPath(dir)
        const files = await readdir(root, { recursive: true })
        const texts = new Map<string, string>()
        for (const file of files) {
          if (/\.css$/.test(file) || file === 'theme.js')
            texts.set(file.replaceAll('\\', '/'), await readFile(join(root, file), 'utf8'))
        }
        const theme = texts.get('theme.js')
        if (theme !== undefined) texts.set('theme.js', await minified(theme))
        const prefix = base.endsWith('/') ? base : `${base}/`
        const read = (href: string) =>
          href.startsWith(prefix) ? texts.get(href.slice(prefix.length)) : undefined
        for (const file of files.filter((name) => name.endsWith('.html'))) {
          const path = join(root, file)
          await writeFile(path, withInlineAssets(await readFile(path, 'utf8'), read))
        }
      },
    },
  }
}

async function minified(code: string): Promise<string> {
  const { transform } = await import('esbuild')
  return (await transform(code, { minify: true, format: 'iife' })).code.trim()
}
