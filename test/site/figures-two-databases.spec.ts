import { savedAlone } from './saved.ts'
import { at, expect, test } from './site.ts'

test('lesson 6: hunt, clock, releases, points and picker move', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await page.goto(at('/lessons/cassandra-vs-mongodb/'))

  // The hunt is covered until the reader has predicted; then every place can be opened.
  const hunt = page.locator('[data-kind="lost-and-found"]')
  await hunt.scrollIntoViewIfNeeded()
  await expect(hunt.locator('[data-covered="true"]')).toBeVisible()
  const prediction = page.locator('[data-prediction="cassandra-vs-mongodb.opening"]').first()
  await prediction.scrollIntoViewIfNeeded()
  await prediction.getByRole('radio').nth(1).check()
  await prediction.getByRole('button', { name: 'Lock in my prediction' }).click()
  await expect(hunt.locator('[data-covered="false"]')).toBeVisible()
  for (let place = await hunt.getByRole('button').count(); place > 0; place--)
    await hunt.getByRole('button').first().click()
  await expect(hunt.getByText('It’s in the rollback file on A.')).toBeVisible()
  await expect(hunt.getByText('It’s nowhere in Cassandra.')).toBeVisible()
  await hunt.getByRole('radio').nth(1).check()
  await expect(hunt.getByText('told the waiter: unknown').first()).toBeVisible()

  // The release decides what an order comes to.
  const defaults = page.locator('[data-kind="defaults"]')
  await defaults.scrollIntoViewIfNeeded()
  await expect(defaults.getByRole('slider')).toBeEnabled()
  await expect(defaults).toContainText('gone, though it was acknowledged')
  await defaults.getByRole('slider').press('End')
  await expect(defaults).toContainText('MongoDB 8.0')
  await expect(defaults).toContainText('unknown')

  // One clock for both databases.
  const duel = page.locator('[data-kind="duel"]')
  await duel.scrollIntoViewIfNeeded()
  await expect(duel.getByRole('slider')).toBeEnabled()
  await duel.getByRole('slider').press('Home')
  await expect(duel.getByRole('row').nth(1)).toContainText(/answered\D*0\D*0/)

  // Points: MongoDB’s history has some, Cassandra’s has none.
  await page.getByText('Go deeper: place the points yourself').click()
  const history = page.locator('[data-kind="history"]')
  await history.scrollIntoViewIfNeeded()
  await history.getByRole('button', { name: 'Is there a solution?' }).click()
  await expect(history).toContainText('Yes, there is one.')
  await history.getByRole('radio', { name: 'Cassandra' }).check()
  await history.getByRole('button', { name: 'Is there a solution?' }).click()
  await expect(history).toContainText('none explains all answers')

  for (const figure of [duel, history]) await savedAlone(figure)

  // The picker has an opinion, and another when the needs change.
  const picker = page.locator('[data-kind="picker"]')
  await picker.scrollIntoViewIfNeeded()
  await picker.getByRole('combobox').nth(1).selectOption('order')
  await expect(picker).toContainText('I’d start with MongoDB')
  await picker.getByRole('combobox').nth(2).selectOption('regions')
  await picker.getByRole('combobox').nth(1).selectOption('last')
  await expect(picker).toContainText('I’d start with Cassandra')
})
