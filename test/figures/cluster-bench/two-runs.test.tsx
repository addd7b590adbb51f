import { render } from 'preact-render-to-string'
import { expect, it } from 'vitest'
import { runLinked } from '#build/cells.ts'
import { partNames, runtime } from '#build/runtime.ts'
import { TwoRuns } from '#figures/cluster-bench/two-runs.tsx'
import { compile } from '#sandbox/compile.ts'
import '#engine/systems.ts'

type Data = Parameters<typeof TwoRuns>[0]['data']

async function shown(source: string): Promise<Data> {
  const compiled = compile('main', source)
  if (!compiled.ok) throw new Error(compiled.error.message)
  const { text } = await runtime(partNames)
  const { items } = await runLinked(text, [{ name: 'main', source, ...compiled }])
  const [picture] = items
  if (picture?.type !== 'picture' || picture.kind !== 'two-runs') throw new Error(JSON.stringify(items))
  return picture.data as unknown as Data
}

const begin =
  "import { plan, ring, run, show } from 'engine'\nconst start = plan(ring()).at(0).write('table 3', 'no nuts', { via: 'A' })\n"

it('marks the first step that differs, and tells both', async () => {
  const html = render(<TwoRuns data={await shown(`${begin}show(run(start), run(start.at(3).crash('C')))`)} />)
  const place = Number(/data-differs="(\d+)"/.exec(html)![1])
  expect(place).toBeGreaterThan(0)
  expect(html).toContain(`The runs are the same for ${place} step`)
  expect(html.match(/two-runs-differs/g)).toHaveLength(1)
  expect(html).toMatch(/two-runs-differs.*?C crash/s)
})

it('says when two runs are the same', async () => {
  const html = render(<TwoRuns data={await shown(`${begin}show(run(start), run(start))`)} />)
  expect(html).toMatch(/The two runs are the same in all \d+ steps/)
})
