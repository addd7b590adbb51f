import { axeFindings } from './axe.ts'
import { openCell, withoutTypes } from './cell.ts'
import { expect, test } from './site.ts'

const program = `import { cell, plan, run, show, type Program } from 'engine'
const phones: Program = (node) => ({
  start: () => void (node.disk = 'nothing'),
  order(args) {
    node.disk = args.what
    for (const id of node.others) node.send(id, 'tell', args.what)
  },
  tell: (what) => void (node.disk = what),
})
const scenario = plan(cell(phones, { nodes: ['A', 'B', 'C'] }), { seed: 3 })
  .at(100)
  .ask('order', { what: 'no nuts' }, { via: 'A' })
console.log('shown once')
show(run(scenario))`

test('a run of a program of one’s own is changed in the sandbox of its cell, undone, and written down as code', async ({
  page,
}) => {
  await withoutTypes(page)
  const cell = await openCell(page)
  await cell.write(program)
  expect(await cell.run()).toBe('done')
  const picture = cell.output.locator('.cluster-picture')
  // A picture is drawn when it's in sight, and another one takes its place with each run.
  const look = () => expect(() => picture.scrollIntoViewIfNeeded({ timeout: 1000 })).toPass()
  await look()
  await expect(picture.locator('.cluster-said')).toContainText('no nuts')
  await picture.getByRole('button', { name: 'Change this run…' }).press('Enter')
  const bench = picture.locator('.own-bench')
  const hash = () => bench.getAttribute('data-hash')
  const press = (name: string) => bench.getByRole('button', { name, exact: true }).click()
  await expect(bench.locator('.bench-count')).toHaveText(/^\d+ of \d+$/)
  const first = await hash()

  await press('To the start')
  const count = bench.locator('.bench-count')
  await press('Step')
  while (!((await bench.locator('.cluster-said').textContent()) ?? '').includes('asks A')) await press('Step')
  await bench.locator('.cluster-heads').getByRole('button', { name: /B/ }).click()
  await bench.getByRole('menuitem', { name: 'Crash B' }).click()
  await expect(bench.locator('.bench-subject')).toHaveText('B is down.')
  await expect(bench.locator('[data-branch]')).toHaveCount(2)
  const crashed = await hash()
  expect(crashed).not.toBe(first)
  await press('To the end')
  await expect(
    bench.locator('.cluster-now [data-now="B"], .cluster-heads [data-head="B"]').first(),
  ).toContainText('down')
  await expect(bench.locator('.bench-source')).toContainText(".crash('B')")

  // The picture has as many steps as the words have rows, and undo leads back to the very run.
  await bench.locator('.cluster-log summary').click()
  const rows = await bench.locator('.cluster-log li').count()
  await expect(count).toHaveText(`${rows} of ${rows}`)
  await bench.locator('.bench-play').focus()
  await page.keyboard.press('Control+z')
  expect(await hash()).toBe(first)
  await press('Redo')
  expect(await hash()).toBe(crashed)
  expect(await axeFindings(page, { within: '.cluster-picture' })).toEqual([])

  // The lines, put at the end of the plan, make the same run; what the cell printed was never touched.
  expect(await cell.output.getByText('shown once').count()).toBe(1)
  const lines = (await bench.locator('.bench-source').textContent()) ?? ''
  await cell.write(program.replace("{ via: 'A' })", `{ via: 'A' })\n${lines}`))
  expect(await cell.run()).toBe('done')
  await look()
  await expect(picture.locator('.cluster')).toHaveAttribute('data-hash', crashed ?? '')
})
