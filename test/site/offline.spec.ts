import { expect as hold, type Page } from '@playwright/test'
import { openCell } from './cell.ts'
import { builtHtml, builtPages } from './built.ts'
import { at, expect, test } from './site.ts'

test.use({ serviceWorkers: 'allow', mayComplain: true })

test('a first visit keeps the page that was read, whole, before the reader does anything else', async ({
  page,
  context,
}) => {
  await page.goto(at('/lessons/replicas/'), { waitUntil: 'load' })
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
  const loaded = () =>
    page.evaluate(async () => {
      const names = performance.getEntriesByType('resource').map(({ name }) => name)
      const all = [...new Set([location.href, ...names])].filter((name) => name.startsWith(location.origin))
      const kept = await Promise.all(all.map(async (name) => (await caches.match(name))?.ok === true))
      return { count: all.length, lacking: all.filter((_, index) => !kept[index]) }
    })
  await hold.poll(async () => (await loaded()).lacking, { timeout: 30_000 }).toEqual([])
  // The text, at least one script and at least one font: a page that loads nothing would keep all of it.
  expect((await loaded()).count).toBeGreaterThan(4)

  await context.setOffline(true)
  await page.reload({ waitUntil: 'load' })
  await expect(page).toHaveTitle(/^Replicas/)
  expect(await page.evaluate(() => document.fonts.ready.then((fonts) => fonts.size))).toBeGreaterThan(0)
  // The reader who has been nowhere else is told so, by a page of the site.
  await page.goto(at('/lessons/merkle-trees/'), { waitUntil: 'domcontentloaded' })
  await expect(page.locator('h1')).toContainText(/offline/i)
})

test('the whole course is kept, and every page, search, code and its editor work without a network', async ({
  page,
  context,
}) => {
  test.setTimeout(240_000)
  await page.goto(at('/offline/'))
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
  await expect(page.locator('[data-kept="nothing"]')).toContainText('MB')
  await page.getByRole('button', { name: 'Keep the whole course' }).click()
  await expect(page.locator('[data-kept="current"]')).toBeVisible({ timeout: 200_000 })

  await context.setOffline(true)
  expect(await lackingOffline(page)).toEqual([])
  // One of each kind is opened as well: its scripts come from the cache too.
  const kinds = new Map(
    builtPages()
      .filter((path) => path.endsWith('/'))
      .map((path) => [path.replace(/[^/]+\/$/, ''), path]),
  )
  for (const path of kinds.values()) {
    await page.goto(at(path), { waitUntil: 'domcontentloaded' })
    await expect(page.locator('h1').first(), path).toBeVisible()
  }
  await page.goto(at('/search/?q=quorum'))
  await expect(page.getByRole('status').first()).toContainText('found for “quorum”')

  const cell = await openCell(page)
  expect(await cell.run()).toBe('done')
  await cell.write("import { plan, ring, run } from 'engine'\nconst played = run(plan(ring()))\n")
  await page.keyboard.type('played.hist')
  const options = cell.root.locator('.cm-tooltip-autocomplete [role="option"]')
  await expect(options.first()).toHaveText(/history/, { timeout: 60_000 })
  await cell.write("console.log('out of', 'the air')")
  expect(await cell.run()).toBe('done')
  await expect.poll(() => cell.shown()).toContain('out of the air')
})

/** Every address of the site, asked of the worker as a page would: those whose answer isn't the page that was built. */
async function lackingOffline(page: Page): Promise<readonly string[]> {
  const paths = builtPages().filter((path) => path.endsWith('/'))
  hold(paths.length).toBeGreaterThan(50)
  const answers = await page.evaluate(async (all) => {
    const found: [path: string, length: number, title: string][] = []
    for (const path of all) {
      const text = await fetch(path).then(
        (response) => response.text(),
        () => '',
      )
      found.push([path, text.length, /<title>([^<]*)/.exec(text)?.[1] ?? ''])
    }
    return found
  }, paths)
  return answers
    .filter(([path, length, title]) => {
      const html = builtHtml(path as `/${string}`)
      return html.length !== length || /<title>([^<]*)/.exec(html)?.[1] !== title
    })
    .map(([path, length, title]) => `${path}: ${length} characters, “${title}”`)
}
