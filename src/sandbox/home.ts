// What `engine` is to a cell that was taken home: it runs in Node, and prints what the page shows, as text.
import { outlineRun } from '#outline/outline.ts'
import { playBack, type Recording } from '#outline/recording.ts'
import { run, scenarioOf } from './learner.ts'
import { itemText } from './format.ts'
import type { Item, Json } from './items.ts'
import { setSink } from './sink.ts'
import { cellConsole } from './cell-console.ts'

export * from './learner.ts'

const say = console.log.bind(console)
/** A cell shows its own output: what an imported one prints while it's imported is its own matter. */
let isMuted = false

setSink({
  item(item) {
    if (!isMuted) say(textOf(item))
  },
  value() {},
  error(error) {
    if (!isMuted) say(`${(error as Error).name}: ${(error as Error).message}`)
  },
})
Object.assign(globalThis, {
  console: cellConsole,
  cellOutput: (isOn: boolean) => void (isMuted = !isOn),
})

/** A picture of a run is told step by step; any other as its kind. */
function textOf(item: Item): string {
  if (item.type !== 'picture') return itemText(item)
  if (item.kind === 'cluster') return stepsOf(item.data) ?? itemText(item)
  if (item.kind === 'plot') return pointsOf(item.data)
  return `${itemText(item)} (the page draws it)`
}

function stepsOf(data: Json): string | undefined {
  const {
    plan,
    recording,
    say: why,
  } = data as {
    readonly plan?: unknown
    readonly recording?: unknown
    readonly say?: string
  }
  if (why !== undefined) return why
  if (plan === undefined && recording === undefined) return undefined
  const made =
    plan === undefined ? playBack(recording as Recording) : run(scenarioOf(plan), { record: 'states' })
  return outlineRun(made)
    .steps.map(({ at, node, text }) => `${String(at).padStart(7)} ms  ${node}: ${text}`)
    .join('\n')
}

function pointsOf(data: Json): string {
  const { x, y, lines } = data as unknown as {
    readonly x: string
    readonly y: string
    readonly lines: readonly {
      readonly name: string
      readonly points: readonly (readonly [number, number])[]
    }[]
  }
  const told = lines.map(
    ({ name, points }) => `${name}: ${points.map((point) => point.join(' ')).join(', ')}`,
  )
  return [`plot of ${y} over ${x}`, ...told].join('\n')
}
