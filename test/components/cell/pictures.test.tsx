import { render } from 'preact-render-to-string'
import { describe, expect, it } from 'vitest'
import { runLinked } from '#build/cells.ts'
import { keptPlans } from '#build/plans.ts'
import { partNames, runtime } from '#build/runtime.ts'
import { PictureView } from '#components/cell/picture.tsx'
import '#engine/stores.ts'
import { systemNames } from '#engine/core/registry.ts'
import '#engine/systems.ts'
import { compile } from '#sandbox/compile.ts'

/** What a cell shows, as the page draws it. */
async function drawn(source: string): Promise<{ kind: string; html: string }> {
  const compiled = compile('main', source)
  if (!compiled.ok) throw new Error(compiled.error.message)
  const { text } = await runtime(partNames)
  const { items } = await runLinked(text, [{ name: 'main', source, ...compiled }])
  const [picture] = items
  if (picture?.type !== 'picture') throw new Error(JSON.stringify(items).slice(0, 400))
  return { kind: picture.kind, html: render(<PictureView kind={picture.kind} data={picture.data} id="p" />) }
}

/** A short saved plan of a system. */
function planOf(system: string): unknown {
  return [...keptPlans().values()].find(
    ({ plan }) => plan.system === system && plan.ops.length > 0 && plan.until <= 120_000,
  )?.plan
}

describe('show draws', () => {
  it.each(systemNames().filter((name) => name !== 'kitchens'))('a run of the system %s', async (system) => {
    const plan = planOf(system)
    expect(plan, `no short saved plan runs "${system}"`).toBeDefined()
    const { kind, html } = await drawn(
      `import { run, scenarioOf, show } from 'engine'\nshow(run(scenarioOf(${JSON.stringify(plan)})))`,
    )
    expect(kind).toBe('cluster')
    expect(html).toContain('class="cluster"')
    expect(html.match(/<svg/g)!.length).toBeGreaterThan(0)
  })

  it.each([
    ['tree', "textbookTree(['a', 'b', 'c', 'd'])", 'class="tree-view"'],
    ['ring', 'ring({ tokens: 2 })', 'class="ring-circle"'],
    ['index', 'Hnsw.of(Space.of(scatter(20, 2)))', 'class="index-drawing"'],
    ['index', 'new Ivf(Space.of(scatter(20, 2)), { lists: 3 })', 'class="index-drawing"'],
  ])('a %s: %s', async (kind, code, has) => {
    const names = 'Hnsw, Ivf, ring, scatter, show, Space, textbookTree'
    const told = await drawn(
      `import { ${names} } from 'engine'\nshow(${code})\nvoid [Hnsw, Ivf, ring, scatter, Space, textbookTree]`,
    )
    expect(told.kind).toBe(kind)
    expect(told.html).toContain(has)
  })

  it('a plot', async () => {
    const { html } = await drawn(
      "import { plot } from 'engine'\nplot([{ name: 'a', points: [[0, 1], [1, 2]] }], { x: 'nodes', y: 'ms' })",
    )
    expect(html).toContain('class="plot"')
  })
})
