import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { builtHtml, builtPages } from './built.ts'
import { at, expect, test } from './site.ts'

const folder = process.env.OUT_DIR ?? 'dist'

test('every page has a Markdown twin with no tag in it, and the list names them all', async ({ page }) => {
  const list = readFileSync(join(folder, 'llms.txt'), 'utf8')
  const read = builtPages().filter(
    (path) => path.endsWith('/') && !builtHtml(path).includes('http-equiv="refresh"'),
  )
  expect(read.length).toBeGreaterThan(20)
  for (const path of read) {
    const file = join(folder, path, 'index.md')
    expect(existsSync(file), path).toBe(true)
    const markdown = readFileSync(file, 'utf8')
    expect(markdown.length, path).toBeGreaterThan(80)
    // Code holds angle brackets by right: fenced blocks and inline code are left out.
    const prose = markdown.replace(/^(\s*)(`{3,})[\s\S]*?^\s*\2/gm, '').replace(/`[^`\n]*`/g, '')
    expect(prose.match(/<\/?[a-z][a-z-]*[ >]/g), path).toBeNull()
    expect(list, path).toContain(`${path}index.md`)
  }
  const whole = readFileSync(join(folder, 'llms-full.txt'), 'utf8')
  expect(whole).toContain('**Code:')
  await page.goto(at('/glossary/'))
  await expect(page.getByRole('link', { name: 'Copy this page as Markdown' })).toHaveAttribute(
    'href',
    'index.md',
  )
})
