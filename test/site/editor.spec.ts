import { gzipSync } from 'node:zlib'
import { axeFindings } from './axe.ts'
import { cellOn, openCell, unfold } from './cell.ts'
import { kept } from './kept.ts'
import { at, expect, test } from './site.ts'

const isTypes = (url: string) => /\/runtime\/types-/.test(url)
/** What TypeScript takes: it's read for a second or two on a quiet machine, and longer on a busy one. */
const patience = { timeout: 60_000 }

test('types come with the first edit, and complete, explain, warn and lead on', async ({ page, context }) => {
  const fetched: { url: string; bytes: number }[] = []
  const reading: Promise<void>[] = []
  page.on('response', (response) => {
    if (!isTypes(response.url()) && !/\/_astro\/(?:editor|format-code)\./.test(response.url())) return
    reading.push(
      response
        .body()
        .then((body) => void fetched.push({ url: response.url(), bytes: gzipSync(body).length })),
    )
  })
  const cell = await openCell(page)
  const content = cell.root.locator('.cm-content')
  expect(await cell.run()).toBe('done')
  await cell.root.locator('.cell-pre').click()
  await expect(content).toBeFocused()
  await Promise.all(reading)
  // Going in fetches the editor and nothing of the types.
  expect(fetched.filter(({ url }) => isTypes(url))).toEqual([])
  expect(fetched.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThan(220 * 1024)

  await cell.write(
    "import { plan, ring, run } from 'engine'\nconst dishes = ['soup']\nconst played = run(plan(ring()))\n",
  )
  await page.keyboard.type('played.hist')
  const options = cell.root.locator('.cm-tooltip-autocomplete [role="option"]')
  await expect(options.first()).toHaveText(/history/, patience)
  await expect(cell.root.locator('.cm-completionInfo')).toContainText('Run.history', patience)
  // The editor takes no Enter in a list's first moment: it may have been meant for the line.
  await page.waitForFunction(() => new Promise((resolve) => setTimeout(() => resolve(true), 300)))
  await page.keyboard.press('Enter')
  await expect(content).toContainText('played.history')
  await Promise.all(reading)
  const types = fetched.filter(({ url }) => isTypes(url))
  expect(types).toHaveLength(2)
  expect(types.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThan(1250 * 1024)

  // What's wrong is told at the cursor, in plain words, and moves nothing.
  const height = async () => (await cell.root.locator('.cell-keys').boundingBox())?.height
  const before = await height()
  await page.keyboard.type('\nplan(ring(), { sed: 1 })')
  const problem = cell.root.locator('.cell-problem')
  await expect(problem).toContainText('Line 5: sed isn’t known here', patience)
  await expect(problem).toContainText('Did you mean seed?')
  expect(await height()).toBe(before)
  await expect(cell.root.locator('.cm-lintRange-error')).toHaveText('sed')
  for (let step = 0; step < '\nplan(ring(), { sed: 1 })'.length; step++)
    await page.keyboard.press('Backspace')
  await expect(problem).toHaveText('', patience)

  // An import's path is completed by the lesson's other cells.
  await page.keyboard.type("\nimport {} from './bu")
  await expect(options.first()).toHaveText(/\.\/build-a-tree/, patience)
  await options.first().click()
  await expect(content).toContainText("from './build-a-tree")
  for (let step = 0; step < "\nimport {} from './build-a-tree".length; step++)
    await page.keyboard.press('Backspace')

  // A call tells what it takes while it's written.
  await page.keyboard.type('\nrun(')
  await expect(cell.root.locator('.cm-explained')).toContainText('run(scenario', patience)
  await page.keyboard.press('Escape')
  for (let step = 0; step < '\nrun('.length; step++) await page.keyboard.press('Backspace')

  // By keyboard: the type, and beside it what this run gave.
  expect(await cell.run()).toBe('done')
  await content.focus()
  await page.keyboard.press('ControlOrMeta+Home')
  await page.keyboard.press('ArrowDown')
  for (let step = 0; step < 8; step++) await page.keyboard.press('ArrowRight')
  await page.keyboard.press('F2')
  const note = cell.root.locator('.cm-explained')
  await expect(note).toContainText('const dishes: string[]', patience)
  await expect(note).toContainText("In this run: ['soup']")
  const found = await axeFindings(page, { within: '[data-cell="hash-a-text"]' })
  expect(found).toEqual([])
  await page.keyboard.press('Escape')
  await expect(note).toHaveCount(0)

  // The definition of what the engine exports is its source page.
  await page.keyboard.press('ControlOrMeta+Home')
  for (let step = 0; step < 10; step++) await page.keyboard.press('ArrowRight')
  const opening = context.waitForEvent('page', patience)
  await page.keyboard.press('F12')
  const source = await opening
  await expect(source).toHaveURL(/\/engine\/[\w-]+\/#.*\.plan$/)
  await source.close()

  // Format, then Reset, and Undo takes Reset back.
  await cell.write('const  a=1;\nconsole.log( a )')
  await page.keyboard.press('Shift+Alt+F')
  await expect(content).toHaveText('const a = 1console.log(a)', patience)
  await cell.button('Reset').click()
  await expect(content).toContainText('flippedBits')
  await content.focus()
  await page.keyboard.press('ControlOrMeta+z')
  await expect(content).toHaveText('const a = 1console.log(a)')
})

test.describe('where the types can’t be had', () => {
  test.use({ mayComplain: true })
  test('a cell is edited, completed by its own names and run as ever', async ({ page }) => {
    await page.route(isTypesRoute, (route) => route.abort())
    const cell = await openCell(page)
    await cell.write('const dishes = [1, 2]\n')
    await page.keyboard.type('dis')
    await page.keyboard.press('Control+Space')
    await expect(cell.root.locator('.cm-tooltip-autocomplete')).toContainText('dishes', patience)
    await page.keyboard.press('Enter')
    await page.keyboard.type('.length')
    await cell.write('const dishes = [1, 2]\nconsole.log(dishes.length)')
    expect(await cell.run()).toBe('done')
    await expect.poll(() => cell.shown()).toBe('2')
    await expect(cell.root.locator('.cell-problem')).toHaveText('')
  })
})

test('the playground’s editor finds, sets cursors, comments, wraps, undoes a reset, and knows the other cells', async ({
  page,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await page.goto(at('/playground/code/#cell=merkle-trees/find-the-difference'))
  const cell = page.locator('[data-notebook-cell="find-the-difference"]')
  // What was asked for is gone to, as soon as it's there.
  await expect(cell.locator('h2')).toBeFocused()
  await cell.locator('.cell-pre').focus()
  await page.keyboard.press('Enter')
  const content = cell.locator('.cm-content')
  await expect(content).toBeFocused()
  const text = "import { rows } from './build-a-tree'\nconst one = 1\nconst other = one + one\n// end"
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.insertText(text)
  const lines = content.locator('.cm-line')

  await test.step('finds and replaces, by keys, in both themes', async () => {
    await page.keyboard.press('ControlOrMeta+f')
    const panel = cell.locator('.cm-search')
    await expect(panel.getByRole('textbox', { name: 'Find' })).toBeFocused()
    await page.keyboard.type('one')
    await expect(cell.locator('.cm-searchMatch')).toHaveCount(3)
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      const within = '[data-notebook-cell="find-the-difference"]'
      expect(await axeFindings(page, { within }), colorScheme).toEqual([])
    }
    await panel.getByRole('textbox', { name: 'Replace' }).fill('first')
    await panel.getByRole('button', { name: 'replace all' }).press('Enter')
    await expect(lines).toHaveText([/rows/, 'const first = 1', 'const other = first + first', '// end'])
    await page.keyboard.press('Escape')
    await expect(panel).toHaveCount(0)
    await expect(content).toBeFocused()
  })

  await test.step('several cursors write at once, and lines become comments and code again', async () => {
    await page.keyboard.press('ControlOrMeta+Home')
    await page.keyboard.press('ArrowDown')
    for (let step = 0; step < 6; step++) await page.keyboard.press('ArrowRight')
    for (let match = 0; match < 3; match++) await page.keyboard.press('ControlOrMeta+d')
    await page.keyboard.insertText('uno')
    await expect(lines).toHaveText([/rows/, 'const uno = 1', 'const other = uno + uno', '// end'])
    await lines.nth(1).click()
    await page.keyboard.press('ControlOrMeta+/')
    await expect(lines.nth(1)).toHaveText('// const uno = 1')
    await page.keyboard.press('ControlOrMeta+/')
    await expect(lines.nth(1)).toHaveText('const uno = 1')
    await lines.nth(3).click({ modifiers: ['Alt'] })
    await expect(cell.locator('.cm-cursor')).toHaveCount(2)
    await page.keyboard.press('Escape')
  })

  await test.step('types know the other cell, and long lines wrap when they’re told to', async () => {
    await page.keyboard.press('ControlOrMeta+End')
    await page.keyboard.insertText('\nrows')
    await page.keyboard.type('.joi')
    await expect(cell.locator('.cm-tooltip-autocomplete [role="option"]').first()).toHaveText(
      /join/,
      patience,
    )
    await page.keyboard.press('Escape')
    await page.keyboard.insertText(`n('${'-'.repeat(300)}')`)
    await page.keyboard.press('Alt+z')
    await expect(cell.locator('.cm-lineWrapping')).toBeVisible()
    await expect(cell.getByText('Long lines wrap.')).toBeVisible()
    const overflow = () => cell.locator('.cm-scroller').evaluate((one) => one.scrollWidth - one.clientWidth)
    expect(await overflow()).toBe(0)
    await page.keyboard.press('Alt+z')
    await expect.poll(overflow).toBeGreaterThan(100)
  })

  await test.step('Reset is undone and done again, and what was written stays through a reload', async () => {
    await cell.getByRole('button', { name: 'Reset', exact: true }).click()
    await expect(content).toContainText('differing')
    await content.focus()
    await page.keyboard.press('ControlOrMeta+z')
    await expect(content).toContainText('const uno = 1')
    await page.keyboard.press('ControlOrMeta+y')
    await expect(content).toContainText('differing')
    await page.keyboard.press('ControlOrMeta+z')
    await kept(page, 'drafts', 'const uno = 1')
    await page.reload()
    await expect(content).toContainText('const uno = 1')
  })
})

test('something to try is shown, checked and undone, by keyboard', async ({ page }) => {
  await page.goto(at('/lessons/replicas/'))
  await unfold(page)
  const cell = cellOn(page, 'no-fault')
  await cell.root.scrollIntoViewIfNeeded()
  await expect(cell.root.locator('[data-line][data-trying]')).toContainText("writeThenRead('ONE', 'ONE')")
  const tried = cell.root.locator('[data-try="overlap"]')
  const told = tried.getByRole('status')
  // A cell that isn't alive yet has nothing to press.
  await expect(tried.getByRole('button', { name: 'Check' })).toBeEnabled(patience)
  await tried.getByRole('button', { name: 'Check' }).focus()
  await page.keyboard.press('Enter')
  await expect(told).toContainText('Not yet.', patience)
  await expect(cell.root).toHaveAttribute('data-state', 'done')
  await tried.getByRole('button', { name: 'Show me' }).focus()
  await page.keyboard.press('Enter')
  await expect(cell.root.locator('.cm-content')).toBeFocused(patience)
  await expect(cell.root.locator('.cell-banner')).toContainText('You changed this cell')
  await tried.getByRole('button', { name: 'Check' }).click()
  await expect(told).toContainText('Yes. Two of three', patience)
  await cell.root.locator('.cm-content').focus()
  await page.keyboard.press('ControlOrMeta+z')
  await expect(cell.root.locator('.cell-banner')).toHaveCount(0)
  expect(await axeFindings(page, { within: '[data-cell="no-fault"]' })).toEqual([])
})

const isTypesRoute = /\/runtime\/types-/
