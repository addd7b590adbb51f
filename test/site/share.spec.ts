import type { Page } from '@playwright/test'
import { unzipSync, strFromU8 } from 'fflate'
import { codeLink } from '#links/code-link.ts'
import { seal } from '#links/sealed.ts'
import { axeFindings } from './axe.ts'
import { savedBy } from './saved.ts'
import { at, expect, test } from './site.ts'

const done = '[data-state="done"]'

/** The address that a shared cell opens at. */
async function linkTo(text: string, more: object = {}): Promise<string> {
  const link = await codeLink({
    cells: [{ name: 'build-a-tree', text, ...more }],
    first: 'build-a-tree',
    title: 'For you',
  })
  return link.ok ? link.fragment : ''
}

const playgroundOn = async (page: Page, fragment = '') => {
  await page.goto(at(`/playground/code/${fragment}`))
  await expect(page.locator('[data-playground="ready"]')).toBeVisible()
}
const cellOf = (page: Page, name: string) => page.locator(`[data-notebook-cell="${name}"]`)

test('cells are opened from a lesson, made, renamed, deleted, brought back, shared and taken home', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await playgroundOn(page)
  await expect(page.locator('.playground-empty')).toBeVisible()
  await playgroundOn(page, '#cell=merkle-trees/find-the-difference')
  const difference = cellOf(page, 'find-the-difference')
  await expect(difference.locator('h2')).toBeFocused()
  await expect(cellOf(page, 'build-a-tree')).toBeVisible()
  await difference.getByRole('button', { name: 'Run', exact: true }).click()
  await expect(difference.locator(done)).toBeVisible()
  await expect(difference.locator('[data-output]')).toContainText('after 5 comparisons')
  expect(new URL(page.url()).hash).toBe('')

  await test.step('a name is taken once, a long one holds, and a delete is undone, by keys alone', async () => {
    const rename = difference.getByRole('button', { name: 'Rename' })
    await rename.focus()
    await page.keyboard.press('Enter')
    const field = difference.getByLabel('Name')
    await expect(field).toBeFocused()
    await field.fill('build-a-tree')
    await page.keyboard.press('Enter')
    await expect(difference.getByRole('alert')).toHaveText('Another cell has this name.')
    await field.fill('x'.repeat(60))
    await page.keyboard.press('Enter')
    const long = cellOf(page, 'x'.repeat(60))
    await expect(long).toBeVisible()
    await expect(page.locator('.playground-said')).toContainText('is now')
    await page.locator('.playground-said').getByRole('button', { name: 'Undo' }).press('Enter')
    await expect(difference).toBeVisible()
    await cellOf(page, 'build-a-tree').getByRole('button', { name: 'Delete' }).press('Enter')
    await expect(cellOf(page, 'build-a-tree')).toHaveCount(0)
    await page.locator('.playground-said').getByRole('button', { name: 'Undo' }).press('Enter')
    await expect(cellOf(page, 'build-a-tree')).toBeVisible()
  })
  await page.reload()
  await expect(cellOf(page, 'build-a-tree')).toBeVisible()

  await test.step('a folder for Node, and a text for an assistant', async () => {
    await difference.locator('.cell-away summary').click()
    const files = unzipSync(await savedBy(difference.getByRole('button', { name: 'Download for Node' })))
    expect(Object.keys(files).sort()).toEqual(
      ['README.md', 'build-a-tree.ts', 'engine.js', 'find-the-difference.ts', 'package.json'].map(
        (name) => `find-the-difference/${name}`,
      ),
    )
    expect(strFromU8(files['find-the-difference/find-the-difference.ts']!)).toContain(
      "from './build-a-tree.ts'",
    )
    await difference.getByRole('button', { name: 'Copy for an assistant' }).click()
    await expect(difference.locator('.cell-away-said')).toHaveText('Copied as Markdown.')
    expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('function textbookTree')
  })
  await difference.getByRole('button', { name: 'Copy link' }).click()
  await expect(difference.locator('.cell-away-said')).toContainText('of at most 8192 characters')
  const link = await page.evaluate(() => navigator.clipboard.readText())
  const other = await context.newPage()
  await other.goto(link)
  await expect(other.locator('[data-shared] [data-cell="find-the-difference"]')).toHaveAttribute(
    'data-state',
    'idle',
  )
  await expect(other.locator('[data-shared]')).toContainText(
    'is the same as the lesson’s cell merkle-trees/find-the-difference',
  )
  for (const colorScheme of ['light', 'dark'] as const) {
    await other.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await other.setViewportSize({ width: 320, height: 800 })
    expect(await other.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
    expect(await axeFindings(other)).toEqual([])
  }
})

test('shared code opens unrun beside the reader’s own, with what differs, and runs when it’s told to', async ({
  page,
}) => {
  await playgroundOn(page, '#cell=merkle-trees/build-a-tree')
  await expect(cellOf(page, 'build-a-tree')).toBeVisible()
  const fragment = await linkTo("console.log('sent', document)\u202e", { from: 'merkle-trees/build-a-tree' })
  await page.evaluate((hash) => (location.hash = hash), fragment)
  const shared = page.locator('[data-shared]')
  await expect(shared.locator('h2')).toHaveText('Shared code: For you')
  await expect(shared.locator('[data-difference] .added').first()).toContainText("console.log('sent'")
  await expect(shared.getByRole('alert')).toContainText('1 invisible characters')
  await expect(shared.locator('[data-cell]')).toHaveAttribute('data-state', 'idle')
  await expect(shared.locator('[data-output]')).toHaveText('Not run yet.')
  await shared.getByRole('button', { name: 'Run', exact: true }).click()
  // What it asks for isn't there in the sandbox.
  await expect(shared.locator('[data-state="failed"]')).toBeVisible()
  await shared.getByRole('button', { name: 'Keep it in my cells' }).click()
  await expect(cellOf(page, 'build-a-tree-2')).toBeVisible()
  await expect(shared).toHaveCount(0)
  await expect(cellOf(page, 'build-a-tree').locator('code')).toContainText('Data A')
  await page.locator('.playground-said').getByRole('button', { name: 'Undo' }).click()
  await expect(cellOf(page, 'build-a-tree-2')).toHaveCount(0)

  await test.step('a link that can’t be read says why, and takes nothing away', async () => {
    for (const [hash, says] of [
      [fragment.slice(0, -30), 'This link was cut'],
      [`${fragment.slice(0, -9)}AAAAAAAAA`, 'This link is broken'],
      ['#code=9.AAAA', 'version 9'],
      [`#code=2.${'A'.repeat(9_000)}`, 'longer than the 8192 characters'],
      [
        `#code=${await seal(JSON.parse('{"cells":'.repeat(3_000) + '1' + '}'.repeat(3_000)))}`,
        'nested too deep',
      ],
      [`#code=${await seal({ cells: [['__proto__', '']] })}`, 'has an invalid name'],
      [`#code=${await seal({ cells: [['<img src=x onerror=alert(1)>', '']] })}`, 'has an invalid name'],
      ['#cell=merkle-trees/__proto__', 'have no cell'],
    ] as const) {
      await page.evaluate((to) => (location.hash = to), hash)
      await expect(page.locator('.playground-notice').first()).toContainText(says)
      await expect(cellOf(page, 'build-a-tree')).toBeVisible()
    }
  })
})

test('a figure is saved as a picture, a film and a text, and embedded in another page', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  await page.goto(at('/playground/runs/'))
  const figure = page.locator('[data-figure="read-repair"]')
  // A run sleeps until the reader does something.
  await page.mouse.move(9, 9)
  await expect(figure.getByRole('button', { name: 'Step back' })).toBeEnabled()
  await figure.locator('.figure-keep summary').press('Enter')
  const saved = async (name: string): Promise<string> =>
    (await savedBy(figure.getByRole('button', { name, exact: true }), 'Enter')).toString('latin1')
  await figure.getByLabel('Theme').selectOption('dark')
  const svg = await saved('SVG')
  expect(svg).not.toMatch(/\sclass=|\sstyle=|var\(--|<script|href=/)
  expect(svg).toContain('fill="rgb(22, 24, 27)"')
  expect((svg.match(/<text /g) ?? []).length).toBeGreaterThan(10)
  // Who each lane is stands in it too, though it's a button in the page.
  for (const letter of 'ABC') expect(svg).toMatch(new RegExp(`<text [^>]*>${letter}</text>`))
  expect((await saved('PNG')).slice(1, 4)).toBe('PNG')
  expect(await saved('Moving SVG')).toContain('@keyframes')
  expect(await saved('Steps as text')).toMatch(/^Two answers differ/)
  await expect(page.locator('html')).not.toHaveAttribute('data-theme')
  await figure.getByRole('button', { name: 'Copy embed line' }).press('Enter')
  await expect(figure.locator('.figure-keep-said')).toContainText('The line is copied')
  const line = await page.evaluate(() => navigator.clipboard.readText())

  const host = await context.newPage()
  await host.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' })
  await host.setContent(`<!doctype html><html lang="en"><title>A blog</title><h1>A blog</h1>${line}`)
  const frame = host.frameLocator('iframe')
  await expect(frame.locator('[data-embed="ready"] .cluster')).toBeVisible()
  await expect(frame.getByRole('link', { name: 'Open in the playground' })).toHaveAttribute(
    'target',
    '_blank',
  )
  await frame.getByRole('button', { name: 'Step back' }).press('Enter')
  await expect(frame.locator('.cluster-said')).not.toBeEmpty()

  await test.step('a figure that shows runs in a way of its own gives each of them', async () => {
    await page.goto(at('/lessons/cassandra-vs-mongodb/'))
    const duel = page.locator('[data-figure][data-kind="duel"]').first()
    await duel.locator('.figure-keep summary').press('Enter')
    await duel.locator('select[data-runs]').selectOption('on Cassandra')
    const steps = await savedBy(duel.getByRole('button', { name: 'Steps as text' }), 'Enter')
    expect(steps.toString().split('\n').length).toBeGreaterThan(10)
  })

  await page.goto(at(`/embed/cell/${await linkTo("console.log('embedded')")}`))
  await page.getByRole('button', { name: 'Run', exact: true }).click()
  await expect(page.locator(done)).toContainText('embedded')
  const policies = await page
    .locator('meta[http-equiv="content-security-policy" i]')
    .evaluateAll((all) => all.map((one) => one.getAttribute('content')))
  expect(policies.some((policy) => policy?.includes("frame-src 'none'"))).toBe(true)
  for (const hash of ['#code=2.AAAA', '#plan=1.AAAA', '#code=2.1.0000000.A'])
    for (const path of ['/embed/run/', '/embed/cell/'] as const) {
      await page.goto(at(path) + hash)
      await page.reload()
      await expect(page.locator('[data-embed="trouble"]').getByRole('alert')).not.toBeEmpty()
    }
})
