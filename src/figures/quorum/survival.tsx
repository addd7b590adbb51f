import { durationText } from '#figures/quantity.ts'
import { chanceUp, downMsAYear, percentText } from './quorum.ts'
import type { QuorumSetting } from './setting.ts'

/** What each of the two numbers costs and buys. */
export function Survival({
  setting: { copies, millionths },
  write,
  read,
}: {
  readonly setting: QuorumSetting
  readonly write: number
  readonly read: number
}) {
  const one = percentText({ over: BigInt(millionths), under: 1_000_000n })
  const row = (name: string, need: number) => {
    const chance = chanceUp(copies, need, millionths)
    return (
      <tr data-need={name}>
        <th scope="row">{name}</th>
        <td>
          {need} of {copies}
        </td>
        <td>{copies - need}</td>
        <td>{percentText(chance)}</td>
        <td>{durationText(downMsAYear(chance))}</td>
      </tr>
    )
  }
  return (
    <div class="table quorum-survival">
      <table>
        <caption>Each node is up {one} of the time, independently of the others</caption>
        <thead>
          <tr>
            <th scope="col">request</th>
            <th scope="col">needs</th>
            <th scope="col">may be down</th>
            <th scope="col">available</th>
            <th scope="col">downtime per year</th>
          </tr>
        </thead>
        <tbody>
          {row('write', write)}
          {row('read', read)}
        </tbody>
      </table>
    </div>
  )
}
