import { describe, expect, it } from 'vitest'
import { sheetsInHead } from '#site/hoist-stylesheets.ts'

const link = (name: string) => `<link rel="stylesheet" href="/${name}.css">`

describe('sheetsInHead', () => {
  it('brings the stylesheets of the body to the end of the head, each once, in their order', () => {
    const page = `<head>${link('site')}</head><body><p>${link('tree')}one${link('cell')}</p>${link('tree')}${link('site')}</body>`
    expect(sheetsInHead(page)).toBe(
      `<head>${link('site')}${link('tree')}${link('cell')}</head><body><p>one</p></body>`,
    )
  })

  it('leaves other links and a page without a head as they are', () => {
    const icon = '<head><link rel="icon" href="/a.svg"></head><body><a href="/">home</a></body>'
    expect(sheetsInHead(icon)).toBe(icon)
    expect(sheetsInHead(`<p>${link('tree')}</p>`)).toBe(`<p>${link('tree')}</p>`)
  })
})
