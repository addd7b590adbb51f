import type { Clock, Fault, Run } from '#engine/core/types.ts'
import type { ClockChange, Cut, Outage } from './types.ts'
import { clockText } from './entry-text.ts'

/** When nodes were down or stood still. A node that is absent at first is down until it boots. */
export function outagesOf({ plan, trace }: Run): readonly Outage[] {
  const lives: { -readonly [Field in keyof Outage]: Outage[Field] }[] = []
  const open = new Map<string, (typeof lives)[number]>()
  const begin = (node: string, state: Outage['state'], from: number, fromIndex: number) => {
    const life = { node, state, from, fromIndex, to: null, toIndex: null }
    lives.push(life)
    open.set(`${state} ${node}`, life)
  }
  const end = (node: string, state: Outage['state'], to: number, toIndex: number) => {
    const life = open.get(`${state} ${node}`)
    if (life === undefined) return
    life.to = to
    life.toIndex = toIndex
    open.delete(`${state} ${node}`)
  }
  for (const { id, absent } of plan.nodes) if (absent === true) begin(id, 'down', 0, -1)
  for (const { type, node, at, index } of trace) {
    if (type === 'boot' || type === 'crash') {
      end(node, type === 'boot' ? 'down' : 'paused', at, index)
      if (type === 'crash' && !open.has(`down ${node}`)) begin(node, 'down', at, index)
    }
    if (type === 'pause') begin(node, 'paused', at, index)
    if (type === 'resume') end(node, 'paused', at, index)
  }
  return lives
}

type LinkFault = Extract<Fault, { readonly do: 'cut' | 'mend' }>

/** When some couldn't reach others: from each cut of the plan until the last of its links is healed. */
export function cutsOf({ plan, trace }: Run): readonly Cut[] {
  const everyone = [...plan.nodes, ...plan.clients].map(({ id }) => id)
  const faults = new Map(plan.faults.map((fault) => [fault.id, fault]))
  const cuts: { cut: { -readonly [Field in keyof Cut]: Cut[Field] }; links: Set<string> }[] = []
  for (const event of trace) {
    if (event.type !== 'fault' || !event.applied) continue
    const fault = faults.get(event.fault)
    if (fault === undefined || !('from' in fault)) continue
    const links = linksOf(fault, everyone)
    if (fault.do === 'cut') {
      const { at, index } = event
      const { id, from, to, oneWay = false } = fault
      cuts.push({ cut: { fault: id, from, to, oneWay, at, index, healedAt: null, healedIndex: null }, links })
      continue
    }
    for (const { cut, links: left } of cuts) {
      if (cut.healedAt !== null) continue
      for (const link of links) left.delete(link)
      if (left.size === 0) Object.assign(cut, { healedAt: event.at, healedIndex: event.index })
    }
  }
  return cuts.map(({ cut }) => cut)
}

function linksOf({ from, to, oneWay }: LinkFault, everyone: readonly string[]): Set<string> {
  const links = new Set<string>()
  for (const one of from.length === 0 ? everyone : from)
    for (const other of to.length === 0 ? everyone : to) {
      if (one === other) continue
      links.add(`${one}>${other}`)
      if (oneWay !== true) links.add(`${other}>${one}`)
    }
  return links
}

/** Clocks that don't show what the run counts: those of the plan, then those that a fault sets. */
export function clocksOf({ plan, trace }: Run): readonly ClockChange[] {
  const faults = new Map(plan.faults.map((fault) => [fault.id, fault]))
  const first = [...plan.nodes, ...plan.clients].flatMap(({ id, clock }) =>
    clock === undefined || isRight(clock) ? [] : [{ of: id, at: 0, index: -1, text: clockText(clock) }],
  )
  const later = trace.flatMap((event) => {
    const fault = event.type === 'fault' ? faults.get(event.fault) : undefined
    if (fault?.do !== 'clock') return []
    return [{ of: fault.of, at: event.at, index: event.index, text: clockText(fault.clock) }]
  })
  return [...first, ...later]
}

function isRight({ offsetMs, driftPpm = 0 }: Clock): boolean {
  return offsetMs === 0 && driftPpm === 0
}
