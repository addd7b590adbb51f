import type { Page } from '@playwright/test'
import { kept } from './kept.ts'
import { at, expect, test } from './site.ts'

/** A question that is alive: in view, and its island has taken over. */
async function question(page: Page, id: string) {
  const found = page.locator(`[data-question="${id}"]`)
  await found.scrollIntoViewIfNeeded()
  await expect(page.locator('astro-island[ssr]', { has: found })).toHaveCount(0)
  return found
}

test('a run is predicted, then plays and compares; points are placed: all by keys, and kept over a reload', async ({
  page,
}) => {
  await page.goto(at('/review/replicas/'))
  const run = await question(page, 'replicas.four-reads')
  const rows = run.locator('[data-row]')
  await expect(rows).toHaveCount(4)
  await run.getByRole('button', { name: 'Check' }).focus()
  await page.keyboard.press('Enter')
  await expect(run.getByRole('alert')).toHaveText('Predict each row first.')
  await expect(run.locator('select').first()).toBeFocused()
  // The first is wrong, and a known mistake.
  for (const [index, outcome] of ['refused', 'refused', 'no nuts', 'nothing'].entries()) {
    await expect(run.locator('select').nth(index)).toBeFocused()
    await page.keyboard.type(outcome)
    await page.keyboard.press('Tab')
  }
  await run.getByRole('button', { name: 'Check' }).focus()
  await page.keyboard.press('Enter')
  await expect(run).toHaveAttribute('data-state', 'wrong')
  await expect(run.locator('.verdict').first()).toContainText('3 of 4 came as you predicted')
  await expect(rows.locator('.came')).toHaveText([
    'came: nothing',
    'came as you predicted',
    'came as you predicted',
    'came as you predicted',
  ])
  // The run plays by itself, to its end if nobody stops it.
  const played = run.locator('[data-played-run]')
  await played.scrollIntoViewIfNeeded()
  const step = async () => Number(await played.getByRole('slider').inputValue())
  await expect.poll(step).toBeGreaterThanOrEqual(1)
  await played.getByRole('slider').press('End')
  await expect(played.getByRole('button', { name: 'Play' })).toBeVisible()
  await expect(played.locator('.cluster-count')).toHaveText(/^(\d+) of \1$/)

  const points = await question(page, 'replicas.place-the-points')
  const sliders = points.getByRole('slider')
  await expect(sliders).toHaveCount(3)
  await sliders.first().focus()
  const before = await sliders.first().inputValue()
  await page.keyboard.press('ArrowLeft')
  await expect(sliders.first()).not.toHaveValue(before)
  await page.keyboard.press('Enter')
  await expect(points).toHaveAttribute('data-state', 'wrong')
  await expect(points.locator('[data-feedback]')).toContainText('should have read')
  await points.getByRole('button', { name: 'Try again' }).press('Enter')
  await expect(sliders.first()).toBeFocused()
  await points.getByRole('checkbox').focus()
  await page.keyboard.press('Space')
  await expect(sliders.first()).toBeDisabled()
  await page.keyboard.press('Enter')
  await expect(points).toHaveAttribute('data-state', 'right')

  await kept(page, 'events', 'replicas.place-the-points', 2)
  await page.reload()
  const again = await question(page, 'replicas.four-reads')
  await expect(again).toHaveAttribute('data-state', 'wrong')
  await expect(again.locator('select').first()).toHaveValue('refused')
  // What was predicted on an earlier visit stands still.
  await expect(again.locator('[data-played-run]').getByRole('slider')).toHaveValue('-1')
  await expect((await question(page, 'replicas.place-the-points')).getByRole('checkbox')).toBeChecked()
})

test('a broken cell is repaired by keys alone: its checks run, say what fails, and pass', async ({
  page,
}) => {
  await page.goto(at('/review/replicas/'))
  const fix = await question(page, 'replicas.fresh-and-up')
  const cell = fix.locator('[data-cell="quiz-levels"]')
  await expect(cell.getByRole('button', { name: 'Run', exact: true })).toBeEnabled()
  await fix.getByRole('button', { name: 'Check' }).focus()
  await page.keyboard.press('Enter')
  await expect(fix).toHaveAttribute('data-state', 'wrong', { timeout: 45_000 })
  await expect(fix.locator('[data-check="fresh"]')).toHaveAttribute('data-verdict', 'wrong')
  await expect(fix.locator('[data-check="up"]')).toHaveAttribute('data-verdict', 'right')
  await expect(fix.locator('[data-feedback]')).toContainText('W + R has to be more than 3')
  await fix.getByRole('button', { name: 'Try again' }).press('Enter')
  await expect(fix.locator('.cell-pre')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(cell.locator('.cm-content')).toBeFocused()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.insertText("export const levels = { write: 'QUORUM', read: ")
  // What can't be run isn't graded: the page says what's wrong with it.
  await page.keyboard.press('Escape')
  await fix.getByRole('button', { name: 'Check' }).press('Enter')
  await expect(fix.getByRole('alert')).toContainText('The checks didn’t finish.', {
    timeout: 45_000,
  })
  await expect(cell.locator('.cm-content')).toBeFocused()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.insertText("export const levels = { write: 'QUORUM', read: 'QUORUM' }")
  await fix.getByRole('button', { name: 'Check' }).press('Enter')
  await expect(fix).toHaveAttribute('data-state', 'right', { timeout: 45_000 })
  await expect(fix.locator('[data-verdict="right"][data-check]')).toHaveCount(2)
  await expect(fix.locator('.verdict').first()).toContainText('Your first answer, which was wrong')
  await kept(page, 'drafts', "read: 'QUORUM' }")
})

test('steps are put in order by keys, and a message is clicked in the picture and found by keys', async ({
  page,
}) => {
  await page.goto(at('/review/distributed-systems/'))
  const order = await question(page, 'distributed-systems.retry-in-order')
  const steps = () => order.locator('[data-step]').evaluateAll((all) => all.map((one) => one.getAttribute('data-step')!)) // prettier-ignore
  const right = ['asked', 'stored', 'lost', 'retried', 'told']
  await order.getByRole('button', { name: 'Check' }).press('Enter')
  await expect(order.getByRole('alert')).toHaveText('Move at least one step first.')
  expect(await steps()).not.toEqual(right)
  /** Brings each step to its place with the arrow keys; the focus goes along with the step. */
  async function put(ids: readonly string[]): Promise<void> {
    for (const [place, id] of ids.entries()) {
      const found = (await steps()).indexOf(id)
      if (found === place) continue
      await order.locator(`[data-step="${id}"] button`).first().focus()
      for (let now = found; now > place; now--) {
        await page.keyboard.press('ArrowUp')
        await expect.poll(async () => (await steps()).indexOf(id)).toBe(now - 1)
        await expect(order.locator(`[data-step="${id}"] button`).first()).toBeFocused()
      }
    }
    expect(await steps()).toEqual(ids)
  }
  await put(['asked', 'lost', 'stored', 'retried', 'told'])
  await expect(order.getByRole('status').first()).toContainText(/is now step \d of 5/)
  await order.getByRole('button', { name: 'Check' }).press('Enter')
  await expect(order).toHaveAttribute('data-state', 'wrong')
  await expect(order.locator('[data-feedback]')).toContainText('A lost answer')
  await order.getByRole('button', { name: 'Try again' }).press('Enter')
  await put(right)
  await order.getByRole('button', { name: 'Check' }).press('Enter')
  await expect(order).toHaveAttribute('data-state', 'right')

  const click = await question(page, 'distributed-systems.lost-message')
  await expect(click.locator('svg [data-target]')).toHaveCount(4)
  await click.locator('svg [data-target="2"]').click()
  await expect(click.getByRole('radio').nth(1)).toBeChecked()
  await click.getByRole('button', { name: 'Check' }).click()
  await expect(click).toHaveAttribute('data-state', 'wrong')
  await expect(click.locator('svg [data-verdict="right"]')).toHaveCount(1)
  await click.getByRole('button', { name: 'Try again' }).press('Enter')
  await expect(click.getByRole('radio').first()).toBeFocused()
  await page.keyboard.press('Space')
  for (let down = 0; down < 3; down++) await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(click).toHaveAttribute('data-state', 'right')
})
