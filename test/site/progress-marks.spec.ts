import type { Page } from '@playwright/test'
import { changeTimer } from './patience.ts'
import { at, expect, test } from './site.ts'

const lesson = '/lessons/merkle-trees/'
const words = (page: Page) => page.locator('[data-progress-words="merkle-trees"]').first()
const ring = (page: Page) => page.locator('[data-progress="merkle-trees"]').first()

test('what was read, run, answered and turned is shown in the lesson list, over a reload', async ({
  page,
}) => {
  await page.goto(at(lesson))
  await expect(words(page)).toHaveText('(not started)')
  await expect(ring(page)).toHaveAttribute('data-state', 'new')

  await page.locator('[data-lesson] > h2').nth(1).scrollIntoViewIfNeeded()
  await expect(words(page)).toContainText('1 of 8 sections read')
  await expect(ring(page)).toHaveAttribute('data-state', 'begun')

  await page.locator('[data-cell]').first().scrollIntoViewIfNeeded()
  await page.locator('[data-cell]').first().getByRole('button', { name: 'Run', exact: true }).click()
  await expect(words(page)).toContainText(/[1-9]\d* of \d+ cells run/)

  const question = page.locator('[data-question="merkle-trees.path-up"]')
  await question.scrollIntoViewIfNeeded()
  await question.getByRole('textbox').fill('4')
  await question.getByRole('button', { name: 'Check' }).click()
  await expect(words(page)).toContainText('1 of 5 questions answered, 1 right first time')

  await page.goto(at('/cards/merkle-trees/'))
  await page.locator('[data-card] summary').first().click()
  await expect(words(page)).toContainText(/1 of \d+ cards flipped/)

  await page.reload()
  await expect(words(page)).toContainText('1 of 5 questions answered, 1 right first time')
  await expect(words(page)).toContainText(/1 of \d+ cards flipped/)
})

test('a section that flies past is not read', async ({ page }) => {
  await page.goto(at(lesson))
  await expect(words(page)).toHaveText('(not started)')
  await page.locator('.lesson-summary > .hint').scrollIntoViewIfNeeded()
  // The end of the last section stays in view, and that one is read: the marks are alive.
  await expect(words(page)).toContainText('sections read')
  await expect(words(page)).toContainText('(1 of 8 sections read')
})

test('another tab shows what this one did', async ({ page, context }) => {
  await page.goto(at('/cards/merkle-trees/'))
  const other = await context.newPage()
  await other.goto(at('/'))
  await expect(words(other)).toHaveText('(not started)')
  await page.locator('[data-card] summary').first().click()
  await expect(words(other)).toContainText(/1 of \d+ cards flipped/)
})

test('every lesson is read by scrolling alone, and the home page goes on at the right section', async ({
  page,
  context,
}) => {
  test.setTimeout(240_000)
  await page.goto(at('/'))
  const lessons = await page.locator('a.way-stop.ready').evaluateAll((stops) =>
    stops.map((stop) => ({
      path: stop.getAttribute('href')!,
      id: (stop as HTMLElement).dataset['lesson']!,
    })),
  )
  expect(lessons.length).toBeGreaterThan(3)
  const ended = lessons.at(-1)!
  const read = async ({ path, id }: (typeof lessons)[number], leave: number) => {
    const tab = await context.newPage()
    // How long an end must stay in view is another test's: here are sixty of them.
    await changeTimer(tab, 1000, 60)
    await tab.goto(new URL(path, at('/')).href)
    await expect(tab.locator('[data-progress-words]').first()).toHaveText(/\(/)
    const sections = await tab.locator('[data-lesson] > h2[id]').count()
    // From bottom to top of each section, so that its last line is in view, whatever it is: no fold is opened.
    for (let section = 1; section <= sections - leave; section++) {
      await tab.evaluate((next) => {
        const headings = document.querySelectorAll('[data-lesson] > h2[id], .lesson-summary')
        const { top, bottom } = headings[next]!.getBoundingClientRect()
        // The results are the end of the last section.
        const place = (headings[next]!.matches('h2') ? top : bottom) + scrollY
        scrollTo({ top: place - innerHeight + 60, behavior: 'instant' })
      }, section)
      const ticked = tab.locator('.sections a[data-read]')
      // Two short sections can end in one window: then both are read.
      await expect
        .poll(() => ticked.count(), {
          message: `${id}, section ${section}`,
          timeout: 15_000,
          intervals: [80],
        })
        .toBeGreaterThanOrEqual(section)
    }
    await expect(tab.locator(`[data-progress-seen="${id}"]`).first()).toContainText(
      `${sections - leave} of ${sections} sections read`,
    )
    const next =
      leave === 0 ? undefined : await tab.locator('.sections a:not([data-read])').first().getAttribute('href')
    await tab.close()
    return next
  }
  // Two at a time: a machine with two cores reads no faster.
  await Promise.all(lessons.slice(0, 2).map((lesson) => read(lesson, 0)))
  await Promise.all(lessons.slice(2, -1).map((lesson) => read(lesson, 0)))
  const next = await read(ended, 2)
  await page.reload()
  const start = page.locator('[data-start]')
  await expect(start).toHaveText(/^Continue: /)
  expect(await start.getAttribute('href')).toBe(`${ended.path}${next}`)
  await expect(page.locator(`.way-stop .seen[data-progress-seen="${ended.id}"]`)).toContainText(
    'sections read',
  )
})
