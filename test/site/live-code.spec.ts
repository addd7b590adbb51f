import { keptPlan } from '#build/plans.ts'
import { madeLink } from '#links/challenge-link.ts'
import { seal } from '#links/sealed.ts'
import { axeFindings } from './axe.ts'
import { cellOn, judged, openCell, unfold, withoutTypes } from './cell.ts'
import { savedBy } from './saved.ts'
import { at, expect, test } from './site.ts'

test.describe.configure({ timeout: 180_000 })

const waiting = `import { cell, plan, ring, run, scenarioOf, show, type Program } from 'engine'
const phones: Program = (node) => ({
  *start() {
    if (node.id !== 'A') return
    yield* node.sleep(100)
    for (const id of node.others) yield* node.call(id, 'hello', 1)
  },
  hello: () => 2,
})
const start = plan(cell(phones, { nodes: ['A', 'B', 'C'] }), { net: { latency: [10, 10] } })
show(run(start))
show(ring({ tokens: 2 }))
show(run(scenarioOf(${JSON.stringify(keptPlan('stores.index-lags').plan)})))
const guests = plan(ring()).at(0).write('table 3', 'no nuts', { via: 'A' })
show(run(guests), run(guests.at(3).crash('C')))`

test('where a program waited, pictures of each kind, the diff of two runs, stale marks and Run all', async ({
  page,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await withoutTypes(page)
  const cell = await openCell(page)
  await unfold(page)
  await cell.write(waiting)
  expect(await cell.run()).toBe('done')

  await test.step('each line that waited says so, and leads to the moment, by pointer and by keyboard', async () => {
    const beside = cell.root.locator('.cm-waits')
    await expect(beside).toHaveText(['waited once, 100 ms', 'waited 2 times, 40 ms in all, for B, C'])
    const drawn = cell.output.locator('[data-run="1"] .cluster')
    await beside.nth(1).click()
    await expect(cell.root.locator('.cell-state')).toHaveText(
      'Wait 1 of 2: A waited for B from 100 to 120 ms.',
    )
    await expect(drawn).toBeVisible()
    const moment = await drawn.getAttribute('data-at')
    await cell.root.locator('.cell-waits summary').press('Enter')
    await cell.root.getByRole('button', { name: 'Go to the next wait of line 6' }).press('Enter')
    await cell.root.getByRole('button', { name: 'Go to the next wait of line 6' }).press('Enter')
    await expect(cell.root.locator('.cell-state')).toContainText('Wait 2 of 2: A waited for C')
    await expect(drawn).not.toHaveAttribute('data-at', moment!)
  })

  await test.step('a ring and a store’s run are drawn', async () => {
    const ring = cell.output.locator('.ring-drawing')
    await ring.scrollIntoViewIfNeeded()
    await expect(ring.locator('.ring-range')).toHaveCount(6)
    const store = cell.output.locator('[data-item="picture"]').nth(2)
    await store.scrollIntoViewIfNeeded()
    await expect(store.locator('.cluster')).toBeVisible()
  })

  await test.step('two runs tell where they part', async () => {
    const runs = cell.output.locator('.two-runs')
    await runs.scrollIntoViewIfNeeded()
    await expect(runs.locator('.two-runs-differs')).toContainText('differs')
    await expect(runs.locator('.two-runs-differs')).toContainText('C crash')
    await expect(runs.locator('.cluster')).toHaveCount(2)
  })
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await page.setViewportSize({ width: 390, height: 844 })
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
    expect(await axeFindings(page, { within: '[data-cell="hash-a-text"]' }), colorScheme).toEqual([])
  }

  await test.step('its pictures are saved, and a run as a film', async () => {
    await cell.root.locator('.cell-away summary').click()
    const saved = async (picture: number, name: string) => {
      const pictures = cell.root.getByRole('group', { name: `Picture ${picture}`, exact: true })
      return (await savedBy(pictures.getByRole('button', { name, exact: true }))).toString('latin1')
    }
    expect(await saved(2, 'SVG')).toMatch(/^<svg[\s\S]*<path/)
    expect((await saved(2, 'PNG')).slice(1, 4)).toBe('PNG')
    expect(await saved(1, 'Moving SVG')).toContain('@keyframes')
    expect(await saved(1, 'Steps as text')).toContain('hello')
  })

  await test.step('a change marks those that import it, and Run all runs every cell', async () => {
    const difference = cellOn(page, 'find-the-difference')
    await difference.root.scrollIntoViewIfNeeded()
    expect(await difference.run()).toBe('done')
    const tree = cellOn(page, 'build-a-tree')
    await tree.root.scrollIntoViewIfNeeded()
    await tree.write("export const rows = ['a', 'b', 'c', 'Data d']")
    await expect(difference.root.locator('[data-stale]')).toContainText('./build-a-tree changed')
    await expect(cell.root.locator('[data-stale]')).toHaveCount(0)
    await tree.root.getByRole('button', { name: 'Run all cells' }).press('Enter')
    await expect(tree.root.getByText(/^All \d+ cells ran\.$/)).toBeVisible({ timeout: 60_000 })
    await expect(page.locator('[data-stale]')).toHaveCount(0)
    await expect(difference.output).toContainText('Ran with your own ./build-a-tree.')
  })
})

test.describe('hostile code and links', () => {
  test.use({ mayComplain: true })

  test('find nothing in the playground, in an embed and in a challenge', async ({ page }) => {
    const outside: string[] = []
    page.on('request', (request) => {
      if (request.url().includes('stolen')) outside.push(request.url())
    })
    const site = at('/')
    const attempts = `const tried: string[] = []
for (const [name, go] of Object.entries<() => unknown>({
  fetch: () => fetch('${site}stolen'),
  socket: () => new WebSocket('${site.replace('http', 'ws')}stolen'),
  store: () => indexedDB.open('anti-entropy'),
  page: () => parent.document,
  code: () => eval('1'),
  said: () => postMessage({ type: 'done' }),
  worker: () => new Worker('data:text/javascript,1'),
  blob: () => URL.createObjectURL(new Blob(['1'])),
  machine: () => new WebAssembly.Memory({ initial: 65536 }),
  memory: () => new SharedArrayBuffer(2 ** 32),
  text: () => 'x'.repeat(2 ** 30),
})) try { go(); tried.push(name + ' went through') } catch { tried.push(name + ' refused') }
throw new Error('<img src=x onerror=alert(1)> ' + tried.join(', '))
export {}`
    const refused =
      'fetch refused, socket refused, store refused, page refused, code refused, said refused, worker refused, blob refused, machine refused, memory refused, text refused'
    const sealed = await seal({ cells: [['main', attempts]], first: 'main', title: '<img src=x>' })
    for (const path of ['/playground/code/', '/embed/cell/'] as const) {
      await page.goto(`${at(path)}#code=${sealed}`)
      const main = page.locator('[data-cell="main"]')
      await expect(main).toHaveAttribute('data-state', 'idle')
      await main.getByRole('button', { name: 'Run', exact: true }).click()
      await expect(main.locator('[data-output]')).toContainText(refused, { timeout: 45_000 })
      await expect(main.locator('img')).toHaveCount(0)
    }

    await page.goto(at('/challenges/choose-r-and-w/'))
    const challenge = page.locator('[data-challenge="choose-r-and-w"]')
    await expect(challenge.locator('[data-check]')).toBeEnabled()
    await challenge.locator('.cell-pre').first().click()
    const write = (text: string) => judged(challenge, text)
    const output = challenge.locator('[data-output]')
    await write(attempts)
    await expect(output).toContainText(refused, { timeout: 45_000 })
    // A judgement of the answer's own, and a judge that was tampered with.
    const forged = '{"result":"right","plans":200,"tested":200}'
    await write(`import { value } from 'engine'\nvalue('judge 1', '${forged}')\nexport const levels = {}`)
    await expect(output).toContainText('the judge’s own', { timeout: 45_000 })
    await write(`JSON.stringify = () => '${forged}'\nexport const levels = { write: 'ONE', read: 'ONE' }`)
    await expect(output).toContainText('read only', { timeout: 45_000 })
    await expect(output.locator('[data-verdict]')).toHaveCount(0)
    await expect(page.locator('.challenge-done')).toHaveCount(0)
    expect(outside).toEqual([])

    const made = await madeLink({
      goal: '<img src=x onerror=alert(1)>',
      check: 'durable',
      says: 'holds',
      keeps: true,
      plan: keptPlan('anti-entropy.party').plan,
      hints: ['<script>alert(1)</script>'],
    })
    const fragment = made.ok ? made.fragment : ''
    const none = page.locator('[data-made="none"]')
    for (const [hash, says] of [
      [fragment.slice(0, -20), /cut/],
      [`#challenge=${await seal({ goal: 1 })}`, /doesn’t hold a challenge/],
      [
        `#challenge=${await seal(JSON.parse('{"plan":'.repeat(3_000) + '1' + '}'.repeat(3_000)))}`,
        /doesn’t hold a challenge|deep/,
      ],
      [`#challenge=2.${'A'.repeat(9_000)}`, /too long/],
    ] as const) {
      await page.goto(at('/challenges/made/'))
      await page.evaluate((to) => (location.hash = to), hash)
      await expect(none).toContainText(says)
    }
    await page.evaluate((to) => (location.hash = to), fragment)
    await expect(page.locator('.challenge-goal')).toHaveText('<img src=x onerror=alert(1)>')
    await page.getByRole('button', { name: 'Hint 1 of 1' }).press('Enter')
    await expect(page.locator('[data-hint="1"]')).toHaveText('<script>alert(1)</script>')
    await expect(page.getByRole('button', { name: 'Show the solution' })).toHaveCount(0)
    await expect(page.locator('[data-challenge]')).toHaveAttribute('data-state', 'idle')
  })
})
