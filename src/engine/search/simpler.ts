import type { Clock, Fault, Network, Op, Plan } from '../core/types.ts'

/** Rewrites one thing in a plan. Gives the same plan back when there is nothing to rewrite. */
type Rule = (plan: Plan) => readonly Plan[]

/**
 * Plans that say the same with plainer values, one change at a time: a network without loss, clocks in step, one
 * latency, fewer clients, rounder times. It is told of each candidate whether it still breaks, and goes on from it.
 */
export function* simpler(plan: Plan): Generator<Plan, void, boolean | undefined> {
  for (const rule of [
    plainNetwork,
    plainClocks,
    usedClients,
    plainFaults,
    plainOps,
    roundTimes,
    shorterRun,
  ]) {
    for (let again = true; again;) {
      again = false
      for (const candidate of rule(plan)) {
        if ((yield candidate) === true) {
          plan = candidate
          again = true
          break
        }
      }
    }
  }
}

const plainNetwork: Rule = (plan) => {
  const { net } = plan
  const { links: _links, bytesPerMs: _bytesPerMs, ...rest } = net
  const [least, greatest] = net.latency
  const candidates: Network[] = []
  if (net.loss > 0) candidates.push({ ...net, loss: 0 })
  if (net.duplicate > 0) candidates.push({ ...net, duplicate: 0 })
  if (net.links !== undefined && net.links.length > 0) {
    candidates.push(net.bytesPerMs === undefined ? rest : { ...rest, bytesPerMs: net.bytesPerMs })
  }
  if (net.bytesPerMs !== undefined) {
    candidates.push(net.links === undefined ? rest : { ...rest, links: net.links })
  }
  if (greatest > least) candidates.push({ ...net, latency: [least, least] })
  if (net.order === 'any') candidates.push({ ...net, order: 'link' })
  return candidates.map((candidate) => ({ ...plan, net: candidate }))
}

const plainClocks: Rule = (plan) => {
  const candidates: Plan[] = []
  for (const [index, node] of plan.nodes.entries()) {
    if (node.clock === undefined) continue
    const { clock: _clock, ...rest } = node
    candidates.push({ ...plan, nodes: replaced(plan.nodes, index, rest) })
  }
  for (const [index, client] of plan.clients.entries()) {
    if (client.clock === undefined) continue
    const { clock: _clock, ...rest } = client
    candidates.push({ ...plan, clients: replaced(plan.clients, index, rest) })
  }
  return candidates
}

const usedClients: Rule = (plan) => {
  const used = new Set<string>(plan.ops.map((op) => op.client))
  const clients = plan.clients.filter((client) => used.has(client.id))
  return clients.length === plan.clients.length ? [] : [{ ...plan, clients }]
}

const plainFaults: Rule = (plan) =>
  plan.faults.flatMap((fault, index) =>
    plainerFaults(fault).map((plainer) => ({ ...plan, faults: replaced(plan.faults, index, plainer) })),
  )

function plainerFaults(fault: Fault): Fault[] {
  switch (fault.do) {
    case 'crash':
      return fault.disk === 'keep' ? [] : [{ ...fault, disk: 'keep' }]
    case 'clock':
      return plainerClocks(fault.clock).map((clock) => ({ ...fault, clock }))
    case 'cut':
    case 'mend':
      return [
        ...(fault.from.length > 1
          ? fault.from.map((_, at) => ({ ...fault, from: fault.from.filter((_, other) => other !== at) }))
          : []),
        ...(fault.to.length > 1
          ? fault.to.map((_, at) => ({ ...fault, to: fault.to.filter((_, other) => other !== at) }))
          : []),
      ]
    default:
      return []
  }
}

function plainerClocks(clock: Clock): Clock[] {
  const { driftPpm, ...still } = clock
  const whole = roundDown(clock.offsetMs)
  return [
    ...(driftPpm === undefined ? [] : [still]),
    ...(whole === undefined ? [] : [{ ...clock, offsetMs: whole }]),
  ]
}

const plainOps: Rule = (plan) =>
  plan.ops.flatMap((op, index) => {
    if (typeof op.args !== 'object' || op.args === null || Array.isArray(op.args)) return []
    const { timestamp, ...args } = op.args as { readonly [name: string]: Op['args'] }
    return timestamp === undefined ? [] : [{ ...plan, ops: replaced(plan.ops, index, { ...op, args }) }]
  })

/** Moves one entry to a rounder time (3,712 to 3,000, or 3,700, or 3,710), never before the entry that precedes it. */
const roundTimes: Rule = (plan) => {
  const times = [...plan.ops, ...plan.faults].map((entry) => entry.at)
  const before = (at: number) => Math.max(0, ...times.filter((time) => time < at))
  const rounder = (at: number) => {
    const round = roundDown(at)
    return round === undefined || round < before(at) ? undefined : round
  }
  return [
    ...plan.ops.flatMap((op, index) => {
      const at = rounder(op.at)
      return at === undefined ? [] : [{ ...plan, ops: replaced(plan.ops, index, { ...op, at }) }]
    }),
    ...plan.faults.flatMap((fault, index) => {
      const at = rounder(fault.at)
      return at === undefined ? [] : [{ ...plan, faults: replaced(plan.faults, index, { ...fault, at }) }]
    }),
  ]
}

const shorterRun: Rule = (plan) => {
  const last = Math.max(0, ...[...plan.ops, ...plan.faults].map((entry) => entry.at))
  const until = last + Math.floor((plan.until - last) / 2)
  return until === plan.until || plan.until - last < 100 ? [] : [{ ...plan, until }]
}

/** The number with its last digit that isn't zero set to zero, towards zero; undefined for 0. */
function roundDown(number: number): number | undefined {
  if (number === 0) return undefined
  let unit = 10
  while (number % unit === 0) unit *= 10
  return number - (number % unit)
}

function replaced<T>(list: readonly T[], index: number, value: T): T[] {
  return list.map((item, at) => (at === index ? value : item))
}
