import type { Run } from '../core/types.ts'
import { broken, checkOf, holds, vacuous } from './check.ts'
import { storedIn } from './stored.ts'
import { counted } from './operation-text.ts'

/**
 * At the end all replicas of each key hold the same. Only judged when everything has healed: all nodes that ever came
 * up are up and awake, and no link is cut; otherwise vacuous, as when nothing was stored.
 */
export const converged = checkOf('converged', 'none', (run) => {
  const trouble = stillBroken(run)
  if (trouble !== undefined) return vacuous(`${trouble} at the end, so the replicas can’t be compared.`)
  const stored = storedIn(run)
  for (const key of stored.keys) {
    const replicas = stored.replicas(key)
    const [first, ...others] = replicas
    const different = others.find((node) => stored.copy(node, key) !== stored.copy(first ?? '', key))
    if (different === undefined) continue
    const why = `${first} and ${different} hold different versions of ${JSON.stringify(key)} at the end.`
    const touched = run.trace.filter((event) => event.node === first || event.node === different)
    return broken(
      why,
      touched.slice(-2).map(({ index }) => index),
    )
  }
  if (stored.keys.length === 0) return vacuous('Nothing was stored.')
  return holds(`All replicas of ${counted(stored.keys.length, 'key')} agree.`)
})

/** What hasn't healed at the end of the plan, in words. */
function stillBroken({ plan, final }: Run): string | undefined {
  const absent = plan.nodes.filter((node) => node.absent === true).map(({ id }) => id)
  const down = [...final].find(([id, { up, disk }]) => !up && (!absent.includes(id) || disk !== undefined))
  if (down !== undefined) return `${down[0]} is down`
  const everyone = [...plan.nodes, ...plan.clients].map(({ id }) => id)
  const cut = new Set<string>()
  const paused = new Set<string>()
  for (const fault of [...plan.faults].sort((one, other) => one.at - other.at)) {
    if (fault.do === 'pause') paused.add(fault.node)
    else if (fault.do === 'resume' || fault.do === 'crash') paused.delete(fault.node)
    else if (fault.do === 'cut' || fault.do === 'mend') {
      for (const from of fault.from.length === 0 ? everyone : fault.from) {
        for (const to of fault.to.length === 0 ? everyone : fault.to) {
          const links =
            fault.oneWay === true ? [`${from} to ${to}`] : [`${from} to ${to}`, `${to} to ${from}`]
          for (const link of links)
            if (fault.do === 'cut') cut.add(link)
            else cut.delete(link)
        }
      }
    }
  }
  const [asleep] = paused
  const [link] = cut
  return asleep !== undefined
    ? `${asleep} is paused`
    : link !== undefined
      ? `The link ${link} is cut`
      : undefined
}
