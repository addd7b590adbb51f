import type { RunOutline } from '#outline/types.ts'
import { axisOf } from '#figures/cluster/axis.ts'
import { lanesOf, shapePath, type Lane } from '#figures/cluster/lanes.ts'
import { escaped } from './flat-svg.ts'

/** The hues of the page and of nodes A to F, light and dark, as src/styles/tokens.css has them (a test compares). */
export const hues = {
  paper: ['#fbfaf6', '#16181b'],
  ink: ['#1d2126', '#e9e6df'],
  soft: ['#575e68', '#a6abb1'],
  alarm: ['#b3261e', '#ff958b'],
  A: ['#1f5fbf', '#82b4ff'],
  B: ['#a8480a', '#ffab73'],
  C: ['#0f6b5a', '#66d3bb'],
  D: ['#7a3fa8', '#cf9ff5'],
  E: ['#7d5a00', '#e5c25a'],
  F: ['#a8305f', '#ff9fc0'],
} as const

const labelWidth = 84
const topRoom = 34
const bottomRoom = 30
/** How many pixels the playhead moves in a second. */
const pixelsPerSecond = 90
const restSeconds = 2

/**
 * A run as a moving SVG that stands alone: messages set off and arrive, nodes fall and come back, over and over. It wears
 * the reader's theme, and where motion isn't wanted it's the whole run at rest.
 */
export function film(outline: RunOutline, title: string): string {
  const axis = axisOf(outline, 900)
  const lanes = lanesOf(outline)
  const x = (ms: number) => Math.round((labelWidth + axis.x(ms)) * 10) / 10
  const y = (id: string) => topRoom + (lanes.find((lane) => lane.id === id)?.y ?? 0)
  const width = Math.ceil(labelWidth + axis.width)
  const height =
    topRoom + lanes.reduce((most, lane) => Math.max(most, lane.top + lane.height), 0) + bottomRoom
  const seconds = Math.round(((width - labelWidth) / pixelsPerSecond + restSeconds) * 10) / 10
  // Where in the whole film, in per cent, a moment comes: the playhead moves evenly over the axis.
  const when = (ms: number) => Math.round(((x(ms) - labelWidth) / pixelsPerSecond / seconds) * 10_000) / 100
  const rules: string[] = []
  const appears = (ms: number): string => {
    const name = `t${String(when(ms)).replace('.', '_')}`
    const from = when(ms)
    const rule = `@keyframes ${name}{0%,${from}%{opacity:0}${Math.min(100, from + 0.4)}%,100%{opacity:1}}.${name}{animation:${name} ${seconds}s linear infinite}`
    if (!rules.includes(rule)) rules.push(rule)
    return name
  }
  const drawn = [
    ...lanes.map((lane) => lineOf(lane, y(lane.id), width)),
    ...outline.outages.map(
      ({ node, from, to, state }) =>
        `<line class="${state} ${appears(from)}" x1="${x(from)}" x2="${x(to ?? outline.endMs)}" y1="${y(node)}" y2="${y(node)}"/>`,
    ),
    ...outline.messages.map(({ from, to, sentAt, endAt, fate }) => {
      const line = `x1="${x(sentAt)}" y1="${y(from)}" x2="${x(endAt)}" y2="${y(to)}"`
      const lost =
        fate === 'lost' ? `<circle class="lost ${appears(endAt)}" cx="${x(endAt)}" cy="${y(to)}" r="4"/>` : ''
      return `<line class="${fate === 'lost' ? 'gone' : 'message'} ${appears(sentAt)}" ${line}/>${lost}`
    }),
    ...outline.operations.map(
      ({ client, call, end, asked }) =>
        `<line class="op ${appears(call)}" x1="${x(call)}" x2="${x(end ?? outline.endMs)}" y1="${y(client)}" y2="${y(client)}"/><text class="${appears(call)}" x="${x(call)}" y="${y(client) - 9}">${escaped(cut(asked))}</text>`,
    ),
    ...axis.ticks.map(
      (tick) =>
        `<text class="tick" x="${labelWidth + tick.x}" y="${height - 10}">${escaped(tick.text)}</text>`,
    ),
  ]
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img">
<title>${escaped(title)}</title>
<style>${styles(seconds, width, rules)}</style>
<rect class="paper" width="100%" height="100%"/>
<text class="title" x="10" y="20">${escaped(cut(title, 110))}</text>
${drawn.join('\n')}
<line class="head" x1="${labelWidth}" x2="${labelWidth}" y1="${topRoom - 6}" y2="${height - 24}"/>
</svg>
`
}

function lineOf({ id, kind, shape, look }: Lane, y: number, width: number): string {
  const mark = kind === 'node' ? `<path class="${look}" d="${shapePath(shape, 16, y, 7)}"/>` : ''
  return `<line class="lane" x1="${labelWidth - 8}" x2="${width}" y1="${y}" y2="${y}"/>${mark}<text class="name" x="30" y="${y + 4}">${escaped(cut(id, 9))}</text>`
}

function styles(seconds: number, width: number, rules: readonly string[]): string {
  const moved = Math.round(((width - labelWidth) / pixelsPerSecond / seconds) * 1000) / 10
  const wear = (theme: 0 | 1) => {
    const hue = (name: keyof typeof hues) => hues[name][theme]
    const nodes = (['A', 'B', 'C', 'D', 'E', 'F'] as const).map((name) => `.node-${name}{fill:${hue(name)}}`)
    return `.paper{fill:${hue('paper')}}text{fill:${hue('ink')}}.tick{fill:${hue('soft')}}.lane{stroke:${hue('soft')}}.message,.op,.head{stroke:${hue('ink')}}.gone,.lost,.down,.paused{stroke:${hue('alarm')}}${nodes.join('')}`
  }
  return [
    'text{font:12px system-ui,sans-serif}.title{font-weight:600}.tick{font-size:10px}',
    'line{stroke-width:1.2}.lane{stroke-opacity:.45}.op{stroke-width:4;stroke-opacity:.35}.down{stroke-width:5}.paused{stroke-width:5;stroke-dasharray:3 4}.gone{stroke-dasharray:5 4}.lost{fill:none;stroke-width:1.6}',
    wear(0),
    `@media (prefers-color-scheme:dark){${wear(1)}}`,
    `@keyframes head{0%{transform:none}${moved}%,100%{transform:translateX(${width - labelWidth}px)}}.head{animation:head ${seconds}s linear infinite}`,
    ...rules,
    '@media (prefers-reduced-motion:reduce){*{animation:none!important}.head{display:none}}',
  ].join('')
}

function cut(text: string, most = 48): string {
  return text.length > most ? `${text.slice(0, most - 1)}…` : text
}
