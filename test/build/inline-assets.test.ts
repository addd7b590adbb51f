import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { withFewHashes, withInlineAssets, withShortShapes } from '#build/inline-assets.ts'

const policy = `<meta http-equiv="content-security-policy" content="script-src 'self' 'sha256-x'; style-src 'self' 'sha256-y';">`
const link = (name: string) => `<link rel="stylesheet" href="/${name}.css">`
const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`
const files = new Map([
  ['/site.css', '@layer base,parts;\n'],
  ['/cell.css', '.cell::before{content:"$&"}\n'],
  ['/theme.js', 'wear()'],
])
const read = (href: string) => files.get(href)

describe('withInlineAssets', () => {
  it('puts the stylesheets of the head into it, in their order, with their hash in the policy', () => {
    const page = `<head>${policy}${link('site')}${link('cell')}</head><body></body>`
    const style = '@layer base,parts;\n.cell::before{content:"$&"}'
    expect(withInlineAssets(page, read)).toBe(
      `<head>${policy.replace("style-src 'self'", `style-src 'self' ${hash(style)}`)}<style>${style}</style></head><body></body>`,
    )
  })

  it('puts the theme’s script in too, so that nothing waits for a file', () => {
    const page = `<head>${policy}<script src="/theme.js"></script></head>`
    const whole = withInlineAssets(page, read)
    expect(whole).toContain('<script>wear()</script>')
    expect(whole).toContain(`script-src 'self' ${hash('wear()')} 'sha256-x'`)
  })

  it('leaves a file that the site does not have as it is', () => {
    const page = `<head>${policy}${link('elsewhere')}</head><body>${link('site')}</body>`
    expect(withInlineAssets(page, read)).toBe(page)
  })
})

describe('withShortShapes', () => {
  it('closes shapes in their own tags, and leaves what has something in it, or is no shape', () => {
    const drawn = (path: string, circle: string) =>
      `<svg><g></g><path class="x" d="M0 0l5 7-5 7z"${path}<circle cx="1"${circle}<rect><title>a</title></rect></svg><p class="path"></p>`
    expect(withShortShapes(drawn('></path>', '></circle>'))).toBe(drawn('/>', '/>'))
  })
})

describe('withFewHashes', () => {
  it('keeps the hashes of what stands in the page and of what comes later, and takes away the rest', () => {
    const stands = hash('wake()')
    const page = (hashes: string) =>
      `<head><meta http-equiv="content-security-policy" content="script-src 'self' ${hashes} blob:;"></head><script type="x">wake()</script>`
    expect(withFewHashes(page(`${stands} 'sha256-other' 'sha256-later'`), ['sha256-later'])).toBe(
      page(`${stands} 'sha256-later'`),
    )
  })
})
