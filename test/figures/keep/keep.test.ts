import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { keptPlans } from '#build/plans.ts'
import { outlineOf } from '#figures/cluster/run.ts'
import { embedLine } from '#figures/keep/embed-line.ts'
import { film, hues } from '#figures/keep/film.ts'
import { escaped } from '#figures/keep/flat-svg.ts'
import { fragmentOfRun } from '#figures/keep/kept-run.ts'
import { stepsText } from '#figures/keep/steps.ts'
import { readPlanLink } from '#links/plan-link.ts'

const drawable = [...keptPlans().values()].filter(
  ({ plan }, index) => index % 9 === 0 && plan.nodes.length <= 12 && plan.system !== 'assistant',
)

test('the film of a run shows each message, each fall and each operation once, and rests where motion isn’t wanted', () => {
  expect(drawable.length).toBeGreaterThan(15)
  for (const { id, plan } of drawable) {
    const outline = outlineOf(plan)
    const svg = film(outline, `The run of ${id} & <more>`)
    const count = (pattern: RegExp) => (svg.match(pattern) ?? []).length
    expect([id, count(/<line class="(?:message|gone) /g)]).toEqual([id, outline.messages.length])
    expect(count(/<line class="(?:down|paused) /g)).toBe(outline.outages.length)
    expect(count(/<line class="op /g)).toBe(outline.operations.length)
    expect(svg).toContain('prefers-reduced-motion:reduce')
    expect(svg).not.toMatch(/NaN|Infinity|undefined|<script|href=|url\(/)
    // Each class that moves has its keyframes.
    for (const [, name] of svg.matchAll(/class="[a-z]* ?(t\d[\w]*)"/g))
      expect(svg).toContain(`@keyframes ${name}{`)
    expect(svg).toContain(`<title>The run of ${id} &amp; &lt;more&gt;</title>`)
  }
})

test('the film wears the colours of the page', () => {
  const tokens = readFileSync('src/styles/tokens.css', 'utf8')
  for (const [name, [light, dark]] of Object.entries(hues))
    expect(tokens).toContain(`--${name}: light-dark(${light}, ${dark});`)
})

test('a run as text has a line for each step', () => {
  for (const { plan } of drawable) {
    const outline = outlineOf(plan)
    const [title, blank, ...lines] = stepsText(outline, 'Row three').trimEnd().split('\n')
    expect([title, blank]).toEqual(['Row three', ''])
    expect(lines.length).toBeGreaterThanOrEqual(outline.steps.length)
    expect(lines.join('\n')).toContain(outline.steps.at(-1)!.text)
  }
})

test('no title leaves the frame or the file that it’s written into', () => {
  const title = '"><script>alert(1)</script>\u0000'
  const line = embedLine('https://example.org/embed/run/#plan="onload="x', title)
  expect(line).toBe(
    '<iframe src="https://example.org/embed/run/#plan=&quot;onload=&quot;x" title="&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;\ufffd" width="100%" height="620" loading="lazy" allow="clipboard-write" referrerpolicy="no-referrer"></iframe>',
  )
  expect(escaped("it's & <b>")).toBe("it's &amp; &lt;b&gt;")
})

/** The runs that figures of the lessons and pages show in ways of their own: kept plans, some on both databases. */
const values = [
  ...new Set(
    [...globSync('content/lessons/*/index.mdx'), 'src/pages/index.astro'].flatMap((file) =>
      [
        ...readFileSync(file, 'utf8').matchAll(
          /<(Duel|History|Log|NoReturn|Evening)\b[^>]*?plan="([^"]+)"[^>]*/g,
        ),
      ].flatMap(([tag, name, plan]) =>
        name === 'Duel' || name === 'History' || /\bboth\b/.test(tag)
          ? [`${plan} ring`, `${plan} replicaSet`]
          : [plan!],
      ),
    ),
  ),
  'anti-entropy.party',
]

test('a run that a figure shows in a way of its own opens from a link, and is told step by step', async () => {
  expect(values.length).toBeGreaterThan(8)
  const keptPlan = (id: string) => Promise.resolve(keptPlans().get(id)?.plan)
  for (const value of values) {
    const found = await fragmentOfRun(value, keptPlan)
    expect([value, found.ok]).toEqual([value, true])
    const read = await readPlanLink(found.ok ? found.value : '', { keptPlan })
    expect([value, read.ok && read.note]).toEqual([value, undefined])
    const outline = read.ok ? outlineOf(read.plan) : undefined
    expect([value, read.ok && read.hash]).toEqual([value, outline?.hash.slice(0, 8)])
    expect(stepsText(outline!, value).split('\n').length).toBeGreaterThan(5)
  }
  expect(await fragmentOfRun('nowhere', keptPlan)).toMatchObject({ ok: false })
})
