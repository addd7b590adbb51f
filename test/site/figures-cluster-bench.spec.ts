import type { Locator, Page } from '@playwright/test'
import { deflateRawSync } from 'node:zlib'
import { plan, ring } from '#engine'
import { axeFindings } from './axe.ts'
import { at, expect, test } from './site.ts'

async function benchOn(page: Page, fragment = ''): Promise<Locator> {
  await page.goto(at(`/playground/cluster/${fragment}`))
  const bench = page.locator('[data-figure="bench"]')
  await expect(bench.locator('.bench-root')).toHaveAttribute('data-hash', /^[0-9a-f]{16}$/)
  return bench
}

async function hashOf(bench: Locator): Promise<string> {
  return (await bench.locator('.bench-root').getAttribute('data-hash')) ?? ''
}

/** Waits until the bench shows the run with this hash. */
function showsRun(bench: Locator, hash: string): Promise<void> {
  return expect(bench.locator('.bench-root')).toHaveAttribute('data-hash', hash)
}

/** The step that is shown, and how many there are: "25 of 25". */
function count(bench: Locator): Locator {
  return bench.locator('.bench-count')
}

const press = (bench: Locator, name: string) => bench.getByRole('button', { name, exact: true }).click()

test('a run is broken at a moment, and branched, undone, redone, judged, and reopened from its link', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const bench = await benchOn(page)
  expect(page.workers().some((worker) => worker.url().startsWith(at('/')))).toBe(true)
  const first = await hashOf(bench)
  await expect(bench.locator('[data-verdict="fresh reads"]')).toHaveAttribute('data-result', 'broken')
  await press(bench, 'Show in the picture (fresh reads)')
  await expect(bench.locator('.cluster-diagram .cluster-halo').first()).toBeAttached()

  await test.step('a message on the way is dropped, and what was before stays', async () => {
    await press(bench, 'To the start')
    for (let step = 0; step < 2; step++) await press(bench, 'Step')
    await expect(count(bench)).toHaveText(/^2 of \d+$/)
    await press(bench, 'Message')
    await press(bench, 'Drop it')
    await expect(bench.locator('[data-branch]')).toHaveCount(2)
    await expect(count(bench)).toHaveText(/^2 of \d+$/)
    await expect(bench.locator('.bench-root')).not.toHaveAttribute('data-hash', first)
  })

  await test.step('a node is picked in the picture and crashed', async () => {
    const head = bench.locator('.cluster-heads').getByRole('button', { name: /B/ })
    const menu = bench.getByRole('menu', { name: 'What to do with B' })
    // By keys: in, through it, out again, and the focus is where it was.
    await head.focus()
    await page.keyboard.press('Enter')
    await expect(bench.getByRole('menuitem', { name: 'What does B know?' })).toBeFocused()
    await page.keyboard.press('End')
    await expect(bench.getByRole('menuitem', { name: /^Undo: drop/ })).toBeFocused()
    await page.keyboard.press('Escape')
    await expect(menu).toHaveCount(0)
    await expect(head).toBeFocused()
    await head.click()
    await bench.getByRole('menuitem', { name: 'What does B know?' }).click()
    await expect(bench.getByRole('heading', { name: /^What B knows at/ })).toBeFocused()
    await press(bench, 'Close what it knows')
    await head.click()
    await bench.getByRole('menuitem', { name: 'Crash B' }).click()
    await expect(bench.locator('.cluster-said')).toContainText('B crashes')
    await expect(bench.locator('.bench-subject')).toHaveText('B is down.')
    await expect(bench.getByRole('button', { name: 'Crash B', exact: true })).toBeDisabled()
  })
  const crashed = await hashOf(bench)

  await test.step('undo leads back, redo forth, and another edit keeps both', async () => {
    await press(bench, 'Undo')
    await press(bench, 'Undo')
    await showsRun(bench, first)
    await press(bench, 'Redo')
    await press(bench, 'Redo')
    await showsRun(bench, crashed)
    await press(bench, 'Undo')
    await press(bench, 'Ask')
    await press(bench, 'read')
    await bench.getByRole('button', { name: /^Read / }).click()
    await expect(bench.locator('[data-branch]')).toHaveCount(4)
    await bench.locator('[data-branch="3"]').click()
    await showsRun(bench, crashed)
  })

  await test.step('the plan can be shortened', async () => {
    await bench.getByText(/^The plan: 8 entries/).click()
    await press(bench, 'Remove crash B, disk kept')
    await expect(bench.getByText(/^The plan: 7 entries/)).toBeVisible()
    await press(bench, 'Undo')
    await showsRun(bench, crashed)
  })

  const link = await test.step('the link is copied', async () => {
    const shown = await count(bench).textContent()
    await press(bench, 'Copy link')
    await expect(bench.getByText('Link copied')).toBeAttached()
    return { address: await page.evaluate(() => navigator.clipboard.readText()), shown }
  })
  const other = await context.newPage()
  await other.goto(link.address)
  const reopened = other.locator('[data-figure="bench"]')
  await showsRun(reopened, crashed)
  await expect(count(reopened)).toHaveText(link.shown ?? '')
  await expect(reopened.getByRole('alert')).toHaveCount(0)

  await test.step('a link that is broken is told, and takes nothing away', async () => {
    await other.evaluate(() => (location.hash = '#plan=1.AAAA&at=3&hash=00000000'))
    await expect(reopened.getByRole('alert')).toContainText('This link is broken')
    await showsRun(reopened, crashed)
    await other.evaluate(() => (location.hash = '#plan=7.AAAA'))
    await expect(reopened.getByRole('alert')).toContainText('version 7')
    expect(other.url()).toContain('#plan=7.AAAA')
    // As a link looks that was made before the tail had a sum of its own, by an engine that has changed since.
    const wrong = new URL(link.address).hash.replace(/&sum=[^&]+/, '').replace(/hash=\w+/, 'hash=00000000')
    await other.evaluate((hash) => (location.hash = hash), wrong)
    await expect(reopened.getByRole('alert')).toContainText(
      'The simulator has changed since this link was made',
    )
  })
  await test.step('a link that gives nothing stays told in a fresh tab, above the example it offers', async () => {
    const fragment = new URL(link.address).hash
    const [, packed] = /^#plan=(2\.[\w.-]+)/.exec(fragment)!
    for (const [hash, says] of [
      [`#plan=${packed!.slice(0, -60)}`, /This link was cut/],
      [`#plan=${packed!.slice(0, -9)}AAAAAAAAA`, /This link is broken/],
      ['#plan=3.AAAA', /version 3/],
      // A plan that can be read and not be run.
      [packedPlan({ system: 'nobody' }), /This plan can’t be run. plan.system/],
    ] as const) {
      const fresh = await other.context().newPage()
      await fresh.goto(new URL(hash, link.address).href)
      const root = fresh.locator('.bench-root')
      await expect(root.getByRole('alert')).toContainText(says)
      await expect(root).toHaveAttribute('data-hash', /^[0-9a-f]+$/)
      await expect(root.getByRole('alert')).toContainText('What you see is the example')
      await expect(root.getByRole('button', { name: 'Copy link' })).toBeEnabled()
      expect(fresh.url()).toContain(hash.slice(0, 12))
      await fresh.close()
    }
  })
  await test.step('a link of the old address goes on, with its plan', async () => {
    const fresh = await other.context().newPage()
    await fresh.goto(link.address.replace('/playground/', '/bench/'))
    await expect(fresh).toHaveURL(link.address)
    await showsRun(fresh.locator('[data-figure="bench"]'), crashed)
    await fresh.close()
  })
})

test('an empty cluster of twelve in two places, set up and broken by keys alone', async ({ page }) => {
  const bench = await benchOn(page)
  const focusOn = async (name: string | RegExp) => {
    await bench.getByRole('button', { name }).first().focus()
    await page.keyboard.press('Enter')
  }
  await focusOn('New…')
  await bench.getByLabel('Nodes (2 to 12)').focus()
  await page.keyboard.press('Control+a')
  await page.keyboard.type('12')
  await page.keyboard.press('Tab')
  await expect(bench.getByLabel('Datacentres')).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await focusOn('Create')
  await expect(bench.locator('.cluster-heads li.is-node')).toHaveCount(12)
  await expect(count(bench)).toHaveText('0 of 0')
  await bench.getByLabel('Key').focus()
  await page.keyboard.press('Enter')
  await expect(count(bench)).toHaveText(/^1 of \d\d$/)
  // The focus is on the field still: its arrows are its own.
  await bench.locator('.bench-play').focus()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await expect(count(bench)).toHaveText(/^3 of/)
  await page.keyboard.press('Home')
  await expect(count(bench)).toHaveText(/^0 of/)
  await page.keyboard.press('Space')
  await expect(bench.locator('.bench-play')).toHaveText('Pause')
  await expect(count(bench)).toHaveText(/^(?:[3-9]|\d\d+) of/)
  await page.keyboard.press('Space')
  await expect(bench.locator('.bench-play')).toHaveText('Play')
  await page.keyboard.press('End')
  const log = bench.locator('.cluster-log')
  await log.locator('summary').focus()
  await page.keyboard.press('Enter')
  await expect(count(bench)).toHaveText(/^(\d+) of \1$/)
  const steps = Number((await count(bench).textContent())?.split(' ')[0])
  await expect(log.locator('li')).toHaveCount(steps)
  await focusOn(/^Node$/)
  await focusOn('Crash A')
  await expect(bench.locator('.bench-subject')).toHaveText('A is down.')
  await page.keyboard.press('Control+z')
  await expect(bench.locator('.bench-subject')).toHaveText('A is up.')
})

test('a schedule that breaks the run is found, made smaller, and opened as a run of its own; code makes it again', async ({
  page,
}) => {
  const bench = await benchOn(page)
  await press(bench, 'Search for a failure')
  const search = bench.locator('.bench-search')
  await search.getByLabel('Break').selectOption('monotonic reads')
  await search.getByLabel('Try').selectOption('100')
  await press(bench, 'Search')
  await expect(search).toHaveAttribute('data-state', /found|nothing/, { timeout: 60_000 })
  await expect(search.getByRole('status')).toContainText(/schedule/i)
  await search.getByLabel('Break').selectOption('linearizable')
  await press(bench, 'Search')
  await expect(search).toHaveAttribute('data-state', 'found', { timeout: 60_000 })
  await expect(search.getByRole('status')).toContainText('are enough')
  await expect(search.locator('[data-struck]').first()).toBeAttached()
  const left = await search.locator('.bench-melting li:not([data-struck])').count()
  await expect(bench.locator('[data-verdict="linearizable"]')).toHaveAttribute('data-result', 'broken')
  await expect(bench.getByText(new RegExp(`^The plan: ${left} entr`))).toBeVisible()
  await expect(bench.locator('[data-branch]').last()).toContainText('breaks linearizable')

  await press(bench, 'As code')
  const cell = bench.locator('.cell')
  await expect(cell.locator('pre')).toContainText('ring({ nodes:')
  await press(bench, 'Run')
  await expect(cell).toHaveAttribute('data-state', 'done', { timeout: 45_000 })
})

test.describe('on a phone, by touch', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true })
  test('a node is crashed at a tap and the crash undone; what axe finds is nothing, in both themes; it fits', async ({
    page,
  }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' })
    const bench = await benchOn(page)
    const first = await hashOf(bench)
    await bench.getByRole('button', { name: 'Step back', exact: true }).tap()
    await bench.locator('.cluster-heads').getByRole('button', { name: /A/ }).tap()
    await bench.getByRole('menuitem', { name: 'Crash A' }).tap()
    await expect(bench.locator('.cluster-said')).toContainText('A crashes')
    expect(await hashOf(bench)).not.toBe(first)
    // The controls wait at the foot of the window, beside the picture, and the page scrolls on under them.
    const sheet = bench.locator('.bench-hand')
    await bench.locator('.cluster-stage').evaluate((stage) => stage.scrollIntoView({ block: 'center' }))
    await expect(sheet).toBeInViewport()
    await bench.getByRole('button', { name: 'Change this run…' }).tap()
    await expect(bench.locator('.bench-subject')).toHaveText('A is down.')
    await expect(bench.locator('.bench-subject')).toBeInViewport()
    const before = await page.evaluate(() => scrollY)
    await page.evaluate(() => scrollBy(0, 80))
    await expect.poll(() => page.evaluate(() => scrollY)).toBe(before + 80)
    await sheet.getByRole('button', { name: 'Node', exact: true }).focus()
    await page.keyboard.press('Escape')
    await expect(bench.getByRole('button', { name: 'Change this run…' })).toBeFocused()
    await expect(bench.locator('.bench-subject')).toBeHidden()
    await bench.getByRole('button', { name: 'Undo', exact: true }).tap()
    expect(await hashOf(bench)).toBe(first)
    await bench.locator('.bench-key-map summary').tap()
    await expect(bench.locator('.bench-key-map')).toContainText('undo the last change')
    await press(bench, 'Search for a failure')
    await press(bench, 'Change this run…')
    await press(bench, 'Message')
    await bench.getByText(/^The plan:/).click()
    for (const [colorScheme, panel] of [
      ['light', 'New…'],
      ['dark', 'As code'],
    ] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      await press(bench, panel)
      await expect(bench.getByRole('button', { name: panel, exact: true })).toHaveAttribute(
        'aria-expanded',
        'true',
      )
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
      expect(await axeFindings(page)).toEqual([])
    }
    const small = await bench.locator('button:visible').evaluateAll((all) =>
      all
        .map((one) => ({ box: one.getBoundingClientRect(), text: one.textContent }))
        .filter(({ box }) => Math.min(box.width, box.height) < 24)
        .map(({ text }) => text),
    )
    expect(small).toEqual([])
  })
})

/** A link's fragment with a small plan in which these fields are others. */
function packedPlan(fields: object): string {
  const small = { ...plan(ring()).at(10).write('x', 1).plan, ...fields }
  return `#plan=1.${deflateRawSync(JSON.stringify(small)).toString('base64url')}`
}
