import type { Page } from '@playwright/test'
import { savedBy } from './saved.ts'
import { at, expect, test } from './site.ts'

const deck = '/cards/merkle-trees/'
const notice = (page: Page) => page.locator('[data-storage]')
const words = (page: Page) => page.locator('[data-progress-words="merkle-trees"]').first()

async function turnsCardsAllTheSame(page: Page) {
  await page.locator('[data-card] summary').first().click()
  await expect(page.locator('[data-card] .back').first()).toBeVisible()
  await expect(words(page)).toContainText(/1 of \d+ cards flipped/)
}

test('nothing is said while all is kept', async ({ page }) => {
  await page.goto(at(deck))
  // On a first visit nothing is opened before the reader does something.
  await expect(words(page)).toHaveText('(not started)')
  await expect(notice(page)).toHaveAttribute('data-storage', 'unknown')
  await page.mouse.move(20, 20)
  await expect(notice(page)).toHaveAttribute('data-storage', 'kept')
  await expect(notice(page)).toHaveText('')
})

test('storage refused: the page says so, and works', async ({ page }) => {
  await page.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('denied', 'SecurityError')
    }
    // A browser that refuses the one refuses the other as well: then the page asks at once.
    IDBFactory.prototype.databases = () => Promise.reject(new DOMException('denied', 'SecurityError'))
  })
  await page.goto(at(deck))
  await expect(notice(page)).toHaveAttribute('data-storage', 'refused')
  await expect(notice(page)).toContainText('doesn’t let the page store anything')
  await turnsCardsAllTheSame(page)
})

test('storage full: the page says so, and keeps what was there', async ({ page }) => {
  await page.goto(at(deck))
  await page.locator('[data-card] summary').first().click()
  await expect(words(page)).toContainText(/1 of \d+ cards flipped/)
  await page.addInitScript(() => {
    IDBObjectStore.prototype.add = () => {
      throw new DOMException('full', 'QuotaExceededError')
    }
  })
  await page.reload()
  await expect(words(page)).toContainText(/1 of \d+ cards flipped/)
  await page.locator('[data-card] summary').nth(1).click()
  await expect(words(page)).toContainText(/2 of \d+ cards flipped/)
  await expect(notice(page)).toContainText('is full')
})

test('a database that lacks its stores is left as it is, and said', async ({ page }) => {
  await page.route('**/blank', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<title>blank</title>' }),
  )
  await page.goto(at('/blank'))
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const request = indexedDB.open('anti-entropy', 1)
        request.onupgradeneeded = () => request.result.createObjectStore('something-else')
        request.onsuccess = () => {
          request.result.close()
          resolve()
        }
      }),
  )
  await page.goto(at(deck))
  await expect(notice(page)).toHaveAttribute('data-storage', 'damaged')
  await turnsCardsAllTheSame(page)
  const stores = await page.evaluate(
    () =>
      new Promise((resolve) => {
        const request = indexedDB.open('anti-entropy')
        request.onsuccess = () => resolve([...request.result.objectStoreNames])
      }),
  )
  expect(stores).toEqual(['something-else'])
})

test('a database of a newer version is read and not written', async ({ page }) => {
  await page.route('**/blank', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<title>blank</title>' }),
  )
  await page.goto(at('/blank'))
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const request = indexedDB.open('anti-entropy', 9)
        request.onupgradeneeded = () => {
          request.result.createObjectStore('events', { keyPath: 'id' }).put({
            id: 'later-1',
            device: 'later',
            at: 1,
            type: 'turned',
            card: 'merkle-trees.no-hole',
            version: 1,
          })
          request.result.createObjectStore('drafts', { keyPath: ['lesson', 'cell'] })
        }
        request.onsuccess = () => {
          request.result.close()
          resolve()
        }
      }),
  )
  await page.goto(at(deck))
  await expect(notice(page)).toHaveAttribute('data-storage', 'newer')
  await expect(words(page)).toContainText(/1 of \d+ cards flipped/)
  await page.locator('[data-card] summary').nth(1).click()
  await expect(words(page)).toContainText(/2 of \d+ cards flipped/)
  await page.reload()
  await expect(words(page)).toContainText(/1 of \d+ cards flipped/)
})

test('a database that another tab deletes, and one that never answers, are told for what they are', async ({
  page,
  context,
}) => {
  await page.goto(at(deck))
  // On a first visit nothing is opened before the reader does something.
  await expect(words(page)).toHaveText('(not started)')
  await expect(notice(page)).toHaveAttribute('data-storage', 'unknown')
  await page.mouse.move(20, 20)
  await expect(notice(page)).toHaveAttribute('data-storage', 'kept')
  const other = await context.newPage()
  await other.goto(at('/glossary/'))
  await other.evaluate(() => void indexedDB.deleteDatabase('anti-entropy'))
  await expect(notice(page)).toHaveAttribute('data-storage', 'deleted')
  await expect(notice(page)).toContainText('what was saved before is gone')
  await turnsCardsAllTheSame(page)
  await other.close()
  const hung = await context.newPage()
  await hung.goto(at(deck))
  await hung.mouse.move(20, 20)
  await expect(notice(hung)).toHaveAttribute('data-storage', 'kept')
  // A transaction of this tab that never ends holds up all that come after it.
  await hung.evaluate(() => {
    const request = indexedDB.open('anti-entropy')
    request.onsuccess = () => {
      const store = request.result.transaction('events', 'readwrite').objectStore('events')
      const again = () => void (store.count().onsuccess = again)
      again()
    }
  })
  await hung.locator('[data-card] summary').first().click()
  await expect(words(hung)).toContainText(/1 of \d+ cards flipped/)
  await expect(notice(hung)).toHaveAttribute('data-storage', 'silent')
})

test('an exam on a full disk goes on to its end, and a file that’s damaged in part is read as far as it can be', async ({
  page,
}) => {
  await page.addInitScript(() => {
    IDBObjectStore.prototype.add = () => {
      throw new DOMException('full', 'QuotaExceededError')
    }
  })
  await page.goto(at('/review/exam/'))
  await page.getByLabel('How many questions').fill('2')
  await page.getByRole('button', { name: 'Start the exam' }).click()
  await expect(notice(page)).toHaveAttribute('data-storage', 'full')
  const told = await notice(page).textContent()
  expect(told).toContain('is full')
  const first = page.locator('[data-exam-question]').first()
  await first.getByRole('button', { name: /Flag question/ }).click()
  await expect(page.locator('.exam-state')).toContainText('1 flagged')
  await page.getByRole('button', { name: 'Submit the exam' }).click()
  await page.getByRole('button', { name: 'Submit now' }).click()
  await expect(page.locator('[data-reviewed]').getByRole('heading', { level: 2 })).toHaveText('0 of 2 right')
  await expect(page.locator('[data-storage]')).toHaveCount(1)
  await expect(notice(page)).toHaveText(told!)

  await page.goto(at('/progress/'))
  await page.locator('.my-whole').waitFor()
  const read = { id: 'd-1', device: 'd', at: 1, type: 'read', lesson: 'replicas', section: 's' }
  const file = (content: string) => ({
    ...{ name: 'log.json', mimeType: 'application/json' },
    buffer: Buffer.from(content),
  })
  const input = page.locator('input[type="file"]')
  await input.setInputFiles(file('{"format":"anti-entropy backup","events":[{"id"'))
  await expect(page.getByText('This file can’t be read: it’s cut short')).toBeVisible()
  await input.setInputFiles(
    file(
      JSON.stringify({
        ...{ format: 'anti-entropy backup', version: 9, drafts: [{ lesson: 'x' }] },
        events: [read, { id: 'rot' }, { ...read, id: 'd-2', type: 'of-a-later-version' }],
      }),
    ),
  )
  await expect(page.getByText('2 answers and steps and 0 edited cells added. 2 damaged records left out. The file is from a newer version of this site')).toBeVisible() // prettier-ignore
  // What the disk refused is in this page all the same, and in the file that it saves.
  const saved = await savedBy(page.getByRole('button', { name: 'Save everything as a file' }))
  expect(saved.toString()).toContain('of-a-later-version')
})

test('a page of an earlier version holds up the storage: said, and nothing is lost once it’s closed', async ({
  page,
  context,
}) => {
  await page.route('**/blank', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<title>blank</title>' }),
  )
  await page.goto(at('/blank'))
  // It has the first version's stores, a card flipped, a record that rotted, and doesn't let go.
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const request = indexedDB.open('anti-entropy', 1)
        request.onupgradeneeded = () => {
          const events = request.result.createObjectStore('events', { keyPath: 'id' })
          const turned = { type: 'turned', card: 'merkle-trees.no-hole', version: 1 }
          events.put({ id: 'old-1', device: 'old', at: 1, ...turned })
          events.put({ id: 'rot', at: 'yesterday' })
          request.result.createObjectStore('drafts', { keyPath: ['lesson', 'cell'] })
        }
        request.onsuccess = () => resolve()
      }),
  )
  const later = await context.newPage()
  await later.goto(at(deck))
  await expect(notice(later)).toHaveAttribute('data-storage', 'blocked')
  await expect(notice(later)).toContainText('Close that tab and reload')
  await turnsCardsAllTheSame(later)
  await page.close()
  await later.reload()
  await expect(words(later)).toContainText(/1 of \d+ cards flipped/)
  await later.locator('[data-card] summary').nth(1).click()
  await expect(words(later)).toContainText(/2 of \d+ cards flipped/)
  await expect(notice(later)).toHaveAttribute('data-storage', 'kept')
})

test('a file of thousands of events shows how far it has come, can be stopped, and goes on when it’s opened again', async ({
  page,
}) => {
  // Pressed as soon as it's there: between two lots.
  await page.addInitScript(() => {
    const seen: string[] = []
    Object.assign(window, { seen })
    new MutationObserver(() => {
      const coming = document.querySelector('[data-coming]')
      if (coming === null) return
      seen.push(coming.querySelector('label')!.textContent ?? '')
      if (sessionStorage.getItem('stopped') === null) coming.querySelector('button')!.click()
      sessionStorage.setItem('stopped', 'yes')
    }).observe(document, { subtree: true, childList: true, characterData: true })
  })
  await page.goto(at('/progress/'))
  await page.locator('.my-whole').waitFor()
  const turned = { type: 'turned', card: 'merkle-trees.no-hole', version: 1 }
  const events = Array.from({ length: 3000 }, (_, index) => ({
    id: `t-${index}`,
    device: 't',
    at: index,
    ...turned,
  }))
  const file = {
    ...{ name: 'log.json', mimeType: 'application/json' },
    buffer: Buffer.from(JSON.stringify({ format: 'anti-entropy backup', version: 1, events, drafts: [] })),
  }
  const input = page.locator('input[type="file"]')
  await input.setInputFiles(file)
  const stopped = page.getByText(/^Stopped: [\d,]+ of 3,000 answers and steps are in/)
  await expect(stopped).toBeVisible()
  const number = (text: string | null) => Number(/[\d,]+/.exec(text!)![0].replace(',', ''))
  const done = number(await stopped.textContent())
  expect(done).toBeLessThan(3000)
  await page.reload()
  await page.locator('.my-whole').waitFor()
  await input.setInputFiles(file)
  const added = page.getByText(/ answers and steps and 0 edited cells added\. [\d,]+ were here already\./)
  await expect(added).toBeVisible()
  expect(number(await added.textContent())).toBe(3000 - done)
  await expect(page.locator('[data-coming]')).toHaveCount(0)
  expect(await page.evaluate(() => (window as unknown as { seen: string[] }).seen)).toContainEqual(
    expect.stringMatching(/^ ?[\d,]+ of [\d,]+ added$/),
  )
})
