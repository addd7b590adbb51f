import { hasAt, isHeld, type Drift } from './drift.ts'
import { tableNumber } from './words.ts'

/** Rows are kitchens, columns are orders: a hole in a row is a slip that nobody there knows to miss. */
export function Board({ drift, atMs }: { drift: Drift; atMs: number }) {
  return (
    <div class="evening-board stage">
      <table>
        <caption class="visually-hidden">
          Which kitchen has which order at {(atMs / 1000).toFixed(1)} s
        </caption>
        <thead>
          <tr>
            <th scope="col">
              <span class="visually-hidden">Kitchen</span>
            </th>
            {drift.orders.map(({ key, value }) => (
              <th scope="col" key={key} class={value === 'no nuts' ? 'is-ours' : undefined}>
                <span class="evening-table">{tableNumber(key)}</span>
                <span class="evening-dish">{value}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {drift.nodes.map((node) => (
            <tr key={node}>
              <th scope="row">
                <span class={`node node-${node}`}>{node}</span>
              </th>
              {drift.orders.map((order) => (
                <Slip
                  key={order.key}
                  state={stateOf(drift, order.key, node, atMs)}
                  isTaker={order.taken.by === node}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

type SlipState = 'has' | 'lacks' | 'not yet' | 'repaired'

const said: Record<SlipState, string> = {
  has: 'has it',
  lacks: 'is missing it',
  'not yet': 'not ordered yet',
  repaired: 'got it from the repair',
}

function Slip({ state, isTaker }: { state: SlipState; isTaker: boolean }) {
  return (
    <td>
      <span class={`slip slip-${state.replace(' ', '-')}`}>
        <span class="visually-hidden">
          {said[state]}
          {isTaker && state === 'has' ? ', took the order' : ''}
        </span>
      </span>
    </td>
  )
}

function stateOf(drift: Drift, key: string, node: string, atMs: number): SlipState {
  const order = drift.orders.find((one) => one.key === key)!
  if (!isHeld(order, atMs)) return 'not yet'
  if (!hasAt(order, node, atMs)) return 'lacks'
  return drift.repair !== undefined && order.arrivedMs[node]! >= drift.repair.fromMs ? 'repaired' : 'has'
}
