import { limits } from '#sandbox/limits.ts'
import { shownCells } from '../content/shown-cells.ts'
import { axeFindings } from './axe.ts'
import { cellOn, openCell, unfold, withoutTypes } from './cell.ts'
import { kept } from './kept.ts'
import { changeTimer } from './patience.ts'
import { at, expect, test } from './site.ts'

const names = shownCells('merkle-trees')

test('every cell of the lesson shows in the browser what the build printed', async ({ page }) => {
  await changeTimer(page, limits.timeMs, 40_000)
  await page.goto(at('/lessons/merkle-trees/'))
  await unfold(page)
  expect(names.length).toBeGreaterThanOrEqual(5)
  for (const name of names) {
    const cell = cellOn(page, name)
    await cell.root.scrollIntoViewIfNeeded()
    const printed = await cell.shown()
    const html = () =>
      cell.output.locator('[data-item]').evaluateAll((all) => all.map((one) => one.outerHTML))
    const printedHtml = await html()
    expect(printedHtml.length).toBeGreaterThan(0)
    expect(await cell.run(), name).toBe('done')
    // The run's own output is there, not the build's: Astro's wrapper is gone.
    await expect(cell.output.locator('astro-slot')).toHaveCount(0)
    await expect.poll(html, { message: name }).toEqual(printedHtml)
    await expect.poll(() => cell.shown()).toBe(printed)
  }
})

test('an edit runs, is told, and goes away at Reset', async ({ page }) => {
  const cell = await openCell(page)
  const printed = await cell.shown()
  await expect(cell.button('Reset')).toBeDisabled()
  await cell.write("console.log('mine', 1 + 1)")
  expect(await cell.run()).toBe('done')
  await expect.poll(() => cell.shown()).toBe('mine 2')
  await expect(cell.root.locator('.cell-banner')).toContainText('You changed this cell')
  await cell.button('Show changes').click()
  await expect(cell.root.locator('.cell-diff .added')).toHaveText("+ console.log('mine', 1 + 1)\n")
  await expect(cell.root.locator('.cell-diff .removed').first()).toContainText('− import { flippedBits')
  await cell.button('Reset').click()
  await expect(cell.root.locator('.cell-banner')).toHaveCount(0)
  await expect(cell.root).toHaveAttribute('data-state', 'idle')
  await expect.poll(() => cell.shown()).toBe(printed)
  await expect(cell.root.locator('.cm-content')).toContainText('flippedBits')
  await expect(cell.button('Run')).toBeFocused()
})

test('Stop ends a run that would go on, and keeps what was shown', async ({ page }) => {
  // The reader's Stop is to come before the limit's.
  await changeTimer(page, limits.timeMs, 60_000)
  await withoutTypes(page)
  const cell = await openCell(page)
  await cell.write("console.log('before')\nfor (;;) {}")
  await cell.button('Run').click()
  await expect(cell.root).toHaveAttribute('data-state', 'running')
  await expect(cell.output).toContainText('before')
  await cell.button('Stop').click()
  await expect(cell.root).toHaveAttribute('data-state', 'stopped')
  await expect.poll(() => cell.shown()).toBe('before\nStopped.')
})

test('an edit survives a reload, says so, and does not run by itself', async ({ page }) => {
  await withoutTypes(page)
  const cell = await openCell(page)
  const printed = await cell.shown()
  await cell.write("console.log('kept')")
  await kept(page, 'drafts', "console.log('kept')")
  await page.reload()
  await cell.root.scrollIntoViewIfNeeded()
  await expect(cell.root.locator('.cell-banner')).toContainText(
    'on an earlier visit. It hasn’t been run since.',
  )
  await expect(cell.root.locator('.cm-content')).toHaveText("console.log('kept')")
  await expect(cell.root).toHaveAttribute('data-state', 'idle')
  await expect.poll(() => cell.shown()).toBe(printed)
  expect(await cell.run()).toBe('done')
  await expect.poll(() => cell.shown()).toBe('kept')
})

test('two tabs on one cell keep both texts, and say so', async ({ page, context }) => {
  await withoutTypes(page)
  const cell = await openCell(page)
  const second = await context.newPage()
  await withoutTypes(second)
  const other = await openCell(second)
  await cell.write("console.log('an hour of work')")
  await kept(page, 'drafts', 'an hour of work')
  await other.write("console.log('the other tab')")
  await kept(page, 'drafts', 'the other tab')
  await expect(other.root.locator('[data-other-draft]')).toContainText('changed in another tab')
  await page.reload()
  await cell.root.scrollIntoViewIfNeeded()
  await expect(cell.root.locator('.cm-content')).toContainText('the other tab')
  await cell.root.getByRole('button', { name: 'Show the other version' }).click()
  await expect(cell.root.locator('.cm-content')).toContainText('an hour of work')
  await expect(cell.root.locator('[data-other-draft]')).toBeVisible()
  expect(await cell.run()).toBe('done')
  expect(await cell.shown()).toContain('an hour of work')
})

test('when the author has changed the cell meanwhile, both texts are kept and the banner says so', async ({
  page,
}) => {
  await withoutTypes(page)
  const cell = await openCell(page)
  await cell.write("console.log('mine')")
  await kept(page, 'drafts', "console.log('mine')")
  // As if this draft had begun as an older text of the lesson.
  await page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('anti-entropy')
        opening.onsuccess = () => {
          const drafts = opening.result.transaction('drafts', 'readwrite').objectStore('drafts')
          const all = drafts.getAll()
          all.onsuccess = () => {
            const draft = all.result[0] as { starterHash: string } | undefined
            if (draft === undefined) return reject(new Error('no draft was kept'))
            draft.starterHash = 'older'
            drafts.put(draft).onsuccess = () => {
              opening.result.close()
              resolve()
            }
          }
        }
      }),
  )
  await page.reload()
  await cell.root.scrollIntoViewIfNeeded()
  await expect(cell.root.locator('.cell-banner')).toContainText('the lesson’s own code has changed since')
  await expect(cell.root.locator('.cm-content')).toHaveText("console.log('mine')")
  await cell.button('Reset').click()
  await expect(cell.root.locator('.cm-content')).toContainText('flippedBits')
})

test('a cell runs what it imports as the reader has it, also after a reload', async ({ page }) => {
  await withoutTypes(page)
  const rows = await openCell(page, 'build-a-tree')
  const cell = cellOn(page, 'find-the-difference')
  await rows.write("export const rows = ['one', 'two', 'three', 'four']")
  await kept(page, 'drafts', "'three', 'four'")
  await cell.root.scrollIntoViewIfNeeded()
  expect(await cell.run()).toBe('done')
  await expect(cell.output).toContainText('one, two, three, four')
  await expect(cell.output).toContainText('Ran with your own ./build-a-tree.')
  await page.reload()
  await cell.root.scrollIntoViewIfNeeded()
  expect(await cell.run()).toBe('done')
  await expect(cell.output).toContainText('differs: four')
})

test('imports that cannot be are told kindly, at their line', async ({ page }) => {
  await withoutTypes(page)
  const cell = await openCell(page)
  await cell.write("const a = 1\nimport _ from 'lodash'\nconsole.log(a, _)")
  expect(await cell.run()).toBe('failed')
  await expect
    .poll(() => cell.shown())
    .toContain("line 2\nImportError: 'lodash' can’t be imported".replace('\n', ''))
  await cell.write("import { rows } from './find-the-difference'\nconsole.log(rows)")
  const imported = cellOn(page, 'build-a-tree')
  await imported.root.scrollIntoViewIfNeeded()
  await imported.write("import './find-the-difference'\nexport const rows = []")
  expect(await imported.run()).toBe('failed')
  await expect(imported.output).toContainText(
    'in a circle: build-a-tree → find-the-difference → build-a-tree',
  )
})

test('errors name the learner’s line', async ({ page }) => {
  await withoutTypes(page)
  const cell = await openCell(page)
  await cell.write(
    'interface A {\n  b: number\n}\n\nconst a: A = { b: 1 }\nthrow new RangeError(`no ${a.b}`)',
  )
  expect(await cell.run()).toBe('failed')
  await expect.poll(() => cell.shown()).toBe('line 6RangeError: no 1')
  await cell.write('const a = 1\nconst b = }')
  expect(await cell.run()).toBe('failed')
  await expect(cell.output.locator('.cell-error-place')).toHaveText('line 2, column 11')
  await cell.write('let a = 1\nlet a = 2\nconsole.log(a)')
  expect(await cell.run()).toBe('failed')
  await expect(cell.output.locator('.cell-error-place')).toContainText('line 2')
  await cell.write("console.log('one')\nsetTimeout(() => {\n  throw new Error('late')\n}, 5)")
  expect(await cell.run()).toBe('failed')
  await expect.poll(() => cell.shown()).toBe('one\nline 3Error: late')
  await cell.write("await null\nPromise.reject(new Error('nobody waits'))")
  expect(await cell.run()).toBe('failed')
  await expect.poll(() => cell.shown()).toBe('line 2Error: nobody waits')
})

test('by keyboard alone: in, change, run, out, reset', async ({ page }) => {
  const cell = await openCell(page)
  const code = cell.root.locator('.cell-pre')
  await code.focus()
  await page.keyboard.press('Enter')
  const content = cell.root.locator('.cm-content')
  await expect(content).toBeFocused()
  // Nothing typed yet: Tab walks on.
  await page.keyboard.press('Tab')
  await expect(content).not.toBeFocused()
  await page.keyboard.press('Shift+Tab')
  await expect(content).toBeFocused()
  await page.keyboard.press('Control+Home')
  await page.keyboard.type("console.log('typed')\n")
  await page.keyboard.press('Tab')
  await expect(content).toBeFocused()
  await page.keyboard.press('Shift+Tab')
  await page.keyboard.press('ControlOrMeta+Enter')
  await expect(cell.root).toHaveAttribute('data-state', 'done')
  await expect(cell.output).toContainText('typed')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Tab')
  await expect(content).not.toBeFocused()
  await expect(cell.root.getByRole('button', { name: 'Keys and tools' })).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(cell.button('Show changes')).toBeFocused()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(cell.root.locator('.cell-banner')).toHaveCount(0)
})

test('going in moves nothing', async ({ page }) => {
  for (const width of [390, 1280]) {
    await page.setViewportSize({ width, height: 900 })
    const cell = await openCell(page)
    await page.evaluate(() => document.fonts.ready)
    const height = async () => (await cell.root.boundingBox())?.height
    const before = await height()
    await cell.root.locator('.cell-pre').click()
    await expect(cell.root.locator('.cm-content')).toBeFocused()
    expect(await height()).toBe(before)
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    expect(overflow).toBeLessThanOrEqual(0)
  }
})

test('the editor and the compiler are fetched only when the reader goes in', async ({ page }) => {
  const fetched: string[] = []
  page.on('request', (request) => fetched.push(request.url()))
  const cell = await openCell(page)
  expect(await cell.run()).toBe('done')
  expect(fetched.some((url) => url.includes('cells.json'))).toBe(true)
  expect(fetched.filter((url) => /\/(editor|compile|diff-view)\./.test(url))).toEqual([])
  await cell.write("console.log('x')")
  expect(fetched.some((url) => /\/editor\./.test(url))).toBe(true)
})

test('a run that ends well is told to the page', async ({ page }) => {
  const cell = await openCell(page)
  await page.evaluate(() => {
    addEventListener('anti-entropy:ran', (event) => {
      document.title = JSON.stringify((event as CustomEvent).detail)
    })
  })
  await cell.run()
  await expect(page).toHaveTitle('{"lesson":"merkle-trees","cell":"hash-a-text"}')
})

test('cells pass axe, changed and failed too, in both themes, narrow and wide', async ({ page }) => {
  const cell = await openCell(page)
  await cell.write("console.table([{ a: 1 }])\nconsole.warn('w')\nthrow new Error('no')")
  await cell.run()
  await cell.button('Show changes').click()
  await expect(cell.root.locator('.cell-diff')).toBeVisible()
  for (const colorScheme of ['light', 'dark'] as const)
    for (const width of [390, 1280]) {
      await page.emulateMedia({ colorScheme })
      await page.setViewportSize({ width, height: 900 })
      // The dark theme has other colours and nothing else.
      const found = await axeFindings(page, {
        within: '[data-cell="hash-a-text"]',
        ...(colorScheme === 'dark' && { rules: ['color-contrast'] }),
      })
      expect(found, `${colorScheme} at ${width}`).toEqual([])
    }
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })
  test('code and output are there to be read, and no dead buttons', async ({ page }) => {
    await page.goto(at('/lessons/merkle-trees/'))
    await unfold(page)
    for (const name of names) {
      const cell = cellOn(page, name)
      await expect(cell.root.locator('code')).toContainText('import')
      await expect(cell.output.locator('[data-item]').first()).toBeVisible()
      await expect(cell.button('Run')).toBeHidden()
    }
  })
})
