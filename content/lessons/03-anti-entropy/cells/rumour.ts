import { cell, plan, run, value, type Program } from 'engine'

const styles = ['push', 'pull', 'push-pull'] as const
type Style = (typeof styles)[number]

/** Once a second, every node calls one random other node. */
const rumour =
  (style: Style): Program =>
  (node) => {
    const receive = (slips: string[]) => {
      if (node.disk.length > 0 || slips.length === 0) return
      node.disk = slips
      node.note('got it')
    }
    return {
      *start() {
        node.disk = node.id === 'k1' ? ['table 3: no nuts'] : []
        for (;;) {
          yield* node.sleep(1000)
          const offered = style === 'pull' ? [] : node.disk
          node.send(node.pick(node.others), 'call', offered)
        }
      },
      call(slips, from) {
        const held = node.disk
        receive(slips)
        if (style !== 'push') node.send(from, 'reply', held)
      },
      reply: receive,
    }
  }

// #setup
const nodes = Array.from({ length: 64 }, (_, place) => `k${place + 1}`)
const spread = (style: Style, until: number) =>
  run(plan(cell(rumour(style), { nodes }), { until, seed: 1 }), {
    record: 'trace',
  })
const isNote = ({ type }: { type: string }) => type === 'note'
// #end
const rows = styles.map((style) => {
  const { trace } = spread(style, 30_000)
  const until = trace.filter(isNote).at(-1)?.at ?? 0
  const { messages, bytes } = spread(style, until).counters
  value(`${style} rounds`, Math.floor(until / 1000))
  return { style, 'last at (ms)': until, messages, bytes }
})
console.table(rows)

// Change the seed. Then let every node call two others each second.
