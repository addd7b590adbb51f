import type { Plan, PlanNode } from '#engine/core/types.ts'
import { faceOf, facesByName, type SetUp, type Words } from '#engine/face/face.ts'
import { mostReplicas, type Setting } from './setting.ts'

const letters = 'ABCDEFGHIJKL'
const farMs = 40

/** A system as the bench offers it, for a page that has no engine. */
export interface OfferedSystem extends Pick<SetUp, 'leastNodes' | 'mostNodes' | 'choices'> {
  readonly name: string
  readonly title: string
  readonly levels: Words
}

/** The systems that a reader can set up. */
export function systemsToSetUp(): readonly OfferedSystem[] {
  return [...facesByName()].flatMap(
    ([
      name,
      {
        title,
        setUp,
        help: { levels = {} },
      },
    ]) => {
      if (setUp === undefined) return []
      const { leastNodes, mostNodes, choices } = setUp
      return [{ name, title, levels, leastNodes, mostNodes, choices }]
    },
  )
}

/** @throws RangeError for a system that isn't set up by readers */
function setUpOf(system: string): SetUp {
  const { setUp } = faceOf(system)
  if (setUp === undefined) throw new RangeError(`nobody sets up an empty cluster of "${system}"`)
  return setUp
}

/** A plan without an operation or a fault. */
export function emptyPlan(setting: Setting): Plan {
  const { system, write, read, hints, readRepair, latency, seed } = setting
  const setUp = setUpOf(system)
  const datacentres = setUp.choices.includes('datacentres') ? setting.datacentres : 1
  const count = Math.min(setUp.mostNodes, Math.max(setUp.leastNodes, Math.round(setting.nodes)))
  const replicas = Math.max(1, Math.min(setting.replicas, mostReplicas({ nodes: count, datacentres })))
  const inFirst = Math.ceil(count / datacentres)
  const nodes = Array.from({ length: count }, (_, place): PlanNode => {
    const id = letters[place]!
    return datacentres === 1 ? { id } : { id, datacentre: place < inFirst ? 'east' : 'west' }
  })
  const far: readonly [number, number] = [latency[0] + farMs, latency[1] + farMs]
  const links = [
    { from: 'east', to: 'west', latency: far },
    { from: 'west', to: 'east', latency: far },
  ]
  return {
    v: 1,
    system,
    seed,
    until: 10_000,
    nodes,
    clients: [
      { id: 'ann', near: nodes[0]!.id },
      { id: 'ben', near: nodes.at(-1)!.id },
    ],
    net: { order: 'link', loss: 0, duplicate: 0, latency, ...(datacentres === 2 ? { links } : {}) },
    options: setUp.options({
      nodes: nodes.map(({ id }) => id),
      datacentres: datacentres === 1 ? [] : ['east', 'west'],
      replicas,
      write,
      read,
      hints,
      readRepair,
    }),
    ops: [],
    faults: [],
  }
}
