import { cellOn, unfold, withoutTypes } from './cell.ts'
import { at, expect, test } from './site.ts'

/** Each program is wrong in its line 4; what the reader is told there. */
const wrong: readonly (readonly [body: string, told: string])[] = [
  ['Math.random()', 'node.random() draws from the plan’s seed'],
  ['Date.now()', 'node.now() tells the node’s own time'],
  ['setTimeout(() => {}, 1)', 'node.sleep(ms) waits in virtual time'],
  ['node.sleep(5)', 'write yield* node.sleep(...) in a function*'],
  ['yield node.sleep(5)', 'Write yield* node.sleep(...), with the star'],
  ['node.disk = { a: 1 }; yield* node.sleep(1); node.disk.a = 2', 'replaced, never changed in place'],
]

const program = (body: string) =>
  [
    "import { cell, plan, run } from 'engine'",
    'run(plan(cell((node) => ({',
    '  *start() {',
    `    ${body}`,
    '    yield* node.sleep(1)',
    "  } }), { nodes: ['A'] }), { until: 100 }))",
  ].join('\n')

test('a program that waits, draws or changes what it must not is told so, at its line', async ({ page }) => {
  await withoutTypes(page)
  await page.goto(at('/lessons/anti-entropy/'))
  await unfold(page)
  const rumour = cellOn(page, 'rumour')
  await rumour.root.scrollIntoViewIfNeeded()
  for (const [body, told] of wrong) {
    await rumour.write(program(body))
    await rumour.run()
    await expect(rumour.output, body).toContainText(told)
    await expect(rumour.output, body).toContainText('line 4')
  }
})
