import type { Page } from '@playwright/test'
import { savedBy } from './saved.ts'
import { at, expect, test } from './site.ts'

const asked = (page: Page) => page.locator('[data-review-card]')

test('thirty cards go by keyboard alone: limits, grades, cards that come back, an undo, and the day is done', async ({
  page,
}) => {
  await page.goto(at('/cards/'))
  const due = page.locator('[data-due]')
  await expect(due).toHaveAttribute('data-fresh', '10')
  await page.getByText('Decks and limits').press('Enter')
  await page.getByLabel('New cards a day').press('ControlOrMeta+a')
  await page.keyboard.type('30')
  await page.keyboard.press('Tab')
  await expect(due).toHaveAttribute('data-fresh', '30')
  await due.getByRole('link', { name: 'Review 30 cards' }).press('Enter')
  await expect(asked(page)).toBeVisible()
  const seen: string[] = []
  for (let turn = 0; turn < 60; turn++) {
    if ((await page.locator('.review-session').getAttribute('data-review-state')) === 'done') break
    const id = (await asked(page).getAttribute('data-review-card'))!
    seen.push(id)
    await page.keyboard.press('Space')
    await expect(asked(page)).toHaveAttribute('data-state', 'back')
    // Each tenth is missed, and has to come back before the day is done.
    await page.keyboard.press(turn % 10 === 2 ? '1' : turn % 10 === 5 ? '3' : '4')
    await expect(page.locator(`[data-review-card="${id}"][data-state="back"]`)).toHaveCount(0)
    if (turn === 4) {
      await page.keyboard.press('u')
      await expect(asked(page)).toHaveAttribute('data-review-card', id)
      await page.keyboard.press('Enter')
      await page.keyboard.press('4')
      await expect(page.locator(`[data-review-card="${id}"][data-state="back"]`)).toHaveCount(0)
    }
  }
  await expect(page.getByRole('heading', { name: 'That’s all for today' })).toBeVisible()
  expect(new Set(seen).size).toBe(30)
  expect(seen.length).toBeGreaterThan(32)
  await page.keyboard.press('u')
  await expect(asked(page)).toBeVisible()
  await page.reload()
  await expect(asked(page)).toBeVisible()
})

test('a drawn card shows another seed of its truth each time it comes', async ({ page, request }) => {
  const { cards } = (await (await request.get(at('/cards.json'))).json()) as {
    cards: { id: string; drawn?: string }[]
  }
  // Every other card is left out, as if the reader had done so one by one.
  const away = cards.flatMap(({ id, drawn }) => (drawn === undefined ? [id] : []))
  await page.goto(at('/progress/'))
  await page.locator('.my-whole').waitFor()
  await page.locator('input[type="file"]').setInputFiles({
    ...{ name: 'log.json', mimeType: 'application/json' },
    buffer: Buffer.from(
      JSON.stringify({
        ...{ format: 'anti-entropy backup', version: 1, drafts: [] },
        events: away.map((which, at) => ({
          ...{ id: `t-${at}`, device: 't', at, type: 'suspended', what: 'card', which, isSuspended: true },
        })),
      }),
    ),
  })
  await expect(page.getByText(/answers and steps and 0 edited cells added/)).toBeVisible()
  await page.goto(at('/cards/review/'))
  const shown = new Map<string, string[]>()
  for (let turn = 0; turn < 12; turn++) {
    await expect(asked(page)).toBeVisible()
    const id = (await asked(page).getAttribute('data-review-card'))!
    const front = (await asked(page).getByRole('heading').textContent())!
    await page.keyboard.press('Space')
    await expect(asked(page).locator('.review-answer')).not.toBeEmpty()
    shown.set(id, [...(shown.get(id) ?? []), front])
    await page.keyboard.press('1')
    await expect(page.locator(`[data-review-card="${id}"][data-state="back"]`)).toHaveCount(0)
  }
  expect(shown.size).toBe(cards.length - away.length)
  for (const [id, fronts] of shown) {
    expect(fronts.length, id).toBeGreaterThan(1)
    for (const [at, front] of fronts.entries()) expect(front, id).not.toBe(fronts[at - 1])
  }
})

test('own cards, a search, a limit, and the file for Anki', async ({ page }) => {
  await page.goto(at('/cards/'))
  await page.getByText('Your own cards').click()
  await page.getByLabel('Question').fill('What is mine?')
  await page.getByLabel('Answer').fill('This.')
  await page.getByRole('button', { name: 'Add the card' }).click()
  await expect(page.locator('.own-cards')).toContainText('What is mine?')
  await page.getByRole('button', { name: 'Remove the card What is mine?' }).click()
  await expect(page.locator('.own-cards')).toHaveCount(0)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.locator('.own-cards')).toContainText('What is mine?')

  await page.getByLabel('Find a card').fill('mine THIS')
  await expect(page.locator('[data-found-card^="own."]')).toHaveCount(1)
  await page.getByLabel('Find a card').fill('quorum')
  await expect(page.locator('[data-found-card^="replicas."]').first()).toContainText(/quorum/i)
  await page.getByLabel('Find a card').fill('xyzzy')
  await expect(page.getByText('No cards match. Try fewer words.')).toBeVisible()

  await page.getByText('Decks and limits').click()
  await page.getByLabel('New cards a day').fill('3')
  await page.getByLabel('New cards a day').press('Tab')
  await expect(page.locator('[data-due]')).toHaveAttribute('data-fresh', '3')

  await page.getByText('Export cards to Anki').click()
  const text = (await savedBy(page.getByRole('button', { name: 'Save for Anki' }))).toString()
  expect(text).toContain('#notetype:Anti-Entropy')
  expect(text).toContain('What is mine?')
})

test('two profiles sync by pasted codes, and both end with the same log', async ({ page, browser }) => {
  const other = await (await browser.newContext()).newPage()
  for (const [one, keys] of [
    [page, ['3', '3', '3']],
    [other, ['4', '4']],
  ] as const) {
    await one.goto(at('/cards/review/'))
    for (const key of keys) {
      await expect(asked(one)).toBeVisible()
      const id = await asked(one).getAttribute('data-review-card')
      await one.keyboard.press('Space')
      await one.keyboard.press(key)
      await expect(one.locator(`[data-review-card="${id}"][data-state="back"]`)).toHaveCount(0)
    }
    await one.goto(at('/progress/sync/'))
  }
  await page.getByRole('button', { name: 'Show my first code' }).click()
  let [from, to] = [page, other]
  for (let turn = 0; turn < 4; turn++) {
    const code = await from.locator('[data-sync-text]').inputValue()
    // What was said before this code: the next words are waited for, and not these.
    const before = (await to.locator('.sync-said').textContent()) ?? ''
    await to.locator('[data-sync-paste]').fill(code)
    await to.getByRole('button', { name: 'Read the text' }).click()
    await expect(to.locator('.sync-said')).not.toHaveText(before)
    if ((await to.locator('[data-sync-text]').count()) === 0) break
    ;[from, to] = [to, from]
  }
  await expect(to.locator('.sync-said')).toContainText('Both devices now hold the same log.')
  const log = (one: Page) =>
    one.evaluate(
      () =>
        new Promise<string[]>((resolve) => {
          const opening = indexedDB.open('anti-entropy')
          opening.onsuccess = () => {
            const all = opening.result.transaction('events').objectStore('events').getAllKeys()
            all.onsuccess = () => resolve((all.result as string[]).sort())
          }
        }),
    )
  // Drawn as what it is: two trees, with the leaves that differ, and the events that were missing named.
  await expect(to.locator('.log-tree')).toHaveCount(2)
  await expect(to.locator('.log-tree').first()).toContainText(/[1-5] of 16 leaves differ/)
  await expect(to.locator('.sync-missing li').first()).toContainText('graded the card')
  expect(await to.locator('.sync-missing li').count()).toBeGreaterThanOrEqual(2)
  expect(await log(page)).toEqual(await log(other))
  expect((await log(page)).length).toBe(5)
  await page.locator('[data-sync-paste]').fill('AE1.00.1.1.9.abc')
  await page.getByRole('button', { name: 'Read the text' }).click()
  await expect(page.getByText('That code is cut short')).toBeVisible()
  await other.context().close()
})

test('ten mixed questions come from lessons that were begun, and the page of all of them can be filtered', async ({
  page,
}) => {
  await page.goto(at('/review/'))
  await page.getByRole('button', { name: 'Ask me ten, mixed' }).click()
  await expect(page.getByText('You haven’t begun a lesson yet')).toBeVisible()
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const opening = indexedDB.open('anti-entropy')
        opening.onsuccess = () => {
          const events = opening.result.transaction('events', 'readwrite').objectStore('events')
          for (const [index, lesson] of ['replicas', 'anti-entropy'].entries())
            events.put({ id: `t-${index}`, device: 't', at: index, type: 'read', lesson, section: 's' })
          events.transaction.oncomplete = () => resolve()
        }
      }),
  )
  await page.reload()
  await page.getByRole('button', { name: 'Ask me ten, mixed' }).click()
  const shown = page.locator('[data-mixable]:visible')
  await expect(shown).toHaveCount(10)
  const lessons = await shown.evaluateAll((all) =>
    [...new Set(all.map((one) => one.getAttribute('data-of')))].sort(),
  )
  expect(lessons).toEqual(['anti-entropy', 'replicas'])
  await page.getByRole('button', { name: 'Merkle trees' }).click()
  await expect(page.locator('[data-mixable]:visible').first()).toHaveAttribute('data-of', 'merkle-trees')
  await page.getByRole('button', { name: 'Show all questions' }).click()
  expect(await page.locator('[data-mixable]:visible').count()).toBeGreaterThanOrEqual(70)
})
