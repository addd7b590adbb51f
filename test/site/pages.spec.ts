import { builtHtml, builtIds, builtPages } from './built.ts'
import { at, expect, test } from './site.ts'

const slugs = [
  'distributed-systems',
  'replicas',
  'anti-entropy',
  'merkle-trees',
  'cassandra-repair',
  'cassandra-vs-mongodb',
  'databases-for-ai',
]

/** Whether a lesson's page says that it isn't written yet; the class alone also stands in the page's own styles. */
const isUnwritten = (slug: string) =>
  /<div[^>]* class="[^"]*\bnot-written\b/.test(builtHtml(`/lessons/${slug}/`))

test('the home page lists the seven lessons in their order, and says which are coming soon', async ({
  page,
}) => {
  await page.goto(at('/'))
  const stops = page.locator('.way a')
  await expect(stops).toHaveCount(slugs.length)
  for (const [index, slug] of slugs.entries()) {
    await expect(stops.nth(index)).toHaveAttribute('href', new RegExp(`/lessons/${slug}/$`))
    const isToCome = isUnwritten(slug)
    await expect(stops.nth(index).getByText('coming soon')).toHaveCount(isToCome ? 1 : 0)
  }
})

test('the home page says how many lessons can be read', async ({ page }) => {
  const toCome = slugs.filter((slug) => isUnwritten(slug)).length
  const inWords = ['', 'one', 'two', 'three', 'four', 'five', 'six', 'seven']
  const ready = inWords[slugs.length - toCome] ?? ''
  await page.goto(at('/'))
  const said = `${ready.charAt(0).toUpperCase()}${ready.slice(1)} lessons? (is|are) ready`
  await expect(page.locator('.hero')).toContainText(
    new RegExp(toCome === 0 ? said : `${said}; ${inWords[toCome]} (is|are) coming soon\\.`),
  )
})

test('the figure of the home page names the five comparisons that find the slip', async ({ page }) => {
  await page.goto(at('/'))
  const trees = page.locator('.home-trees svg')
  await expect(trees).toHaveCount(2)
  for (const side of [0, 1])
    await expect(trees.nth(side)).toHaveAttribute(
      'aria-label',
      /1\. root: [0-9a-f]{8}, different\. 2\. ranges 1 and 2: [0-9a-f]{8}, same\. 3\. .*different\. 4\. range 3: [0-9a-f]{8}, different\. 5\. range 4: [0-9a-f]{8}, same\./,
    )
})

test('from every page two clicks save or open everything a reader has: its foot leads to the page that does', () => {
  // What's shown inside another site has nothing around it.
  const pages = builtPages().filter((path) => !builtHtml(path).includes('<body class="embed"'))
  expect(pages.length).toBeGreaterThan(60)
  for (const path of pages)
    expect(builtHtml(path), path).toMatch(
      /<a href="[^"]*\/progress\/">Your progress, and how to keep it<\/a>/,
    )
})

test('no page carries an inline style or an inline script without a hash in its policy', () => {
  for (const path of builtPages()) {
    const html = builtHtml(path)
    expect(html.match(/<[^>]+\sstyle=/)?.[0], `style= in ${path}`).toBeUndefined()
    expect(html, path).toContain('http-equiv="content-security-policy"')
    expect(html, path).not.toMatch(/unsafe-inline|https?:[^;"]*;\s*script-src/)
  }
})

test('every link inside the site leads to a page, and every fragment to a place on it', () => {
  const pages = new Set<string>(builtPages())
  const dead: string[] = []
  for (const from of pages) {
    for (const [, address] of builtHtml(from as `/${string}`).matchAll(/<a\b[^>]*\shref="([^"]+)"/g)) {
      const url = new URL(address ?? '', `http://site${from}`)
      if (url.host !== 'site') continue
      const isFile = /\.[a-z0-9]+$/.test(url.pathname) && !url.pathname.endsWith('.html')
      if (isFile) continue
      const id = decodeURIComponent(url.hash.slice(1))
      // `top` is every page's; an `=` in a fragment carries a plan or code, which the page reads itself.
      const isThere =
        pages.has(url.pathname) &&
        (id === '' || id === 'top' || id.includes('=') || builtIds(url.pathname as `/${string}`).has(id))
      if (!isThere) dead.push(`${from} -> ${address}`)
    }
  }
  expect(dead).toEqual([])
})

test('every id is given once on its page', () => {
  for (const path of builtPages()) {
    const ids = [...builtHtml(path).matchAll(/<[^>]*\sid="([^"]+)"/g)].map(([, id]) => id)
    expect(
      ids.filter((id, index) => ids.indexOf(id) !== index),
      path,
    ).toEqual([])
  }
})

test('an address that does not exist gets the page that says so', async ({ page }) => {
  const response = await page.request.get(at('/no-such-page/'))
  expect(response.status()).toBe(404)
  expect(await response.text()).toContain('none has this page')
})

test('the contents beside a lesson mark the section that is being read', async ({ page }) => {
  await page.goto(at('/lessons/merkle-trees/'))
  const links = page.locator('[data-sections] a')
  const last = links.last()
  await last.click()
  await expect(last).toHaveAttribute('aria-current', 'true')
  await expect(page.locator('[data-sections] [aria-current]')).toHaveCount(1)
})

test.describe('by touch', () => {
  test.use({ hasTouch: true, viewport: { width: 390, height: 844 } })
  test('a term’s meaning is closed by its button, and by scrolling on', async ({ page }) => {
    await page.goto(at('/lessons/merkle-trees/'))
    const term = page.locator('.term').first()
    const meaning = page.locator('.meaning:popover-open')
    await term.tap()
    await expect(meaning).toBeVisible()
    await meaning.getByRole('button', { name: 'Close' }).tap()
    await expect(meaning).toHaveCount(0)
    await term.tap()
    await expect(meaning).toBeVisible()
    await page.evaluate(() => scrollBy(0, 300))
    await expect(meaning).toHaveCount(0)
  })
})

test('a term opens its meaning by key and closes by Escape, with the focus where it was', async ({
  page,
}) => {
  await page.goto(at('/lessons/merkle-trees/'))
  const term = page.locator('.term').first()
  await expect(term).toHaveCount(1)
  await term.focus()
  await page.keyboard.press('Enter')
  const meaning = page.locator('.meaning:popover-open')
  await expect(meaning).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(meaning).toHaveCount(0)
  await expect(term).toBeFocused()
})
