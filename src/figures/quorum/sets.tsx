import { letters, type Meeting } from './quorum.ts'
import type { QuorumSetting } from './setting.ts'

/** The write set and the read set that share the fewest replicas; and who is down now, in the playground. */
export function Sets({
  setting: { copies, down },
  meeting: { worst },
  full,
  alive,
  onDown,
}: {
  readonly setting: QuorumSetting
  readonly meeting: Meeting
  readonly full: boolean
  readonly alive: boolean
  readonly onDown: (down: readonly string[]) => void
}) {
  const nodes = letters.slice(0, copies)
  const row = (name: string, sign: string, set: readonly string[]) => (
    <tr>
      <th scope="row">{name}</th>
      {nodes.map((node) => (
        <td
          key={node}
          class={`node-${node}`}
          data-in={set.includes(node)}
          data-both={worst.write.includes(node) && worst.read.includes(node)}
        >
          {set.includes(node) ? sign : <span class="visually-hidden">not</span>}
        </td>
      ))}
    </tr>
  )
  return (
    <div class="table" tabIndex={0} role="group" aria-label="The two sets that overlap least">
      <table class="quorum-sets">
        <caption>The two sets that overlap least</caption>
        <thead>
          <tr>
            <td />
            {nodes.map((node) => (
              <th key={node} scope="col">
                <span class={`node node-${node}`}>{node}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {row('write', 'acknowledged', worst.write)}
          {row('read', 'answers', worst.read)}
          {full && (
            <tr>
              <th scope="row">now</th>
              {nodes.map((node) => (
                <td key={node}>
                  <button
                    type="button"
                    class="button"
                    aria-label={`${node} is ${down.includes(node) ? 'down' : 'up'}`}
                    disabled={!alive}
                    onClick={() =>
                      onDown(down.includes(node) ? down.filter((one) => one !== node) : [...down, node])
                    }
                  >
                    {down.includes(node) ? 'down' : 'up'}
                  </button>
                </td>
              ))}
            </tr>
          )}
        </tbody>
      </table>
    </div>
  )
}
