import type { Ms } from '#engine/core/types.ts'
import { type Rule, rules } from './rules.ts'
import { outcomeOf, seconds } from './words.ts'
import { viewsOf, worldOf } from './worlds.ts'
import type { WorldsFrame } from './frame.ts'

/** Every rule in both worlds, with A's view of them: a rule that is right in both is right by luck, for this sleep. */
export function Costs({ frame: { given, sleep }, rule }: { frame: WorldsFrame; rule?: Rule }) {
  return (
    <div class="table">
      <table class="worlds-costs">
        <caption>What each rule costs, run in both worlds</caption>
        <thead>
          <tr>
            <th scope="col">A declares B dead</th>
            <th scope="col">B has crashed</th>
            <th scope="col">B is paused for {seconds(sleep)}</th>
          </tr>
        </thead>
        <tbody>
          {rules.map(({ id, patienceMs, short }) => (
            <tr key={id} data-rule={id} data-tried={String(id === rule?.id)}>
              <th scope="row">
                {short} {id === given && <span class="tag mark">yours</span>}
                <span class="worlds-both">{bothViews(patienceMs, sleep)}</span>
              </th>
              {(['crashed', 'slow'] as const).map((fate) => {
                const { text, bad } = outcomeOf(worldOf(fate, patienceMs, sleep))
                return (
                  <td key={fate} class={bad ? 'bad' : undefined}>
                    {text}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** The first digits of A's view of both worlds: "6a48 = 6a48". */
function bothViews(patienceMs: Ms | null, sleep: Ms): string {
  const { crashed, slow } = viewsOf('A', patienceMs, sleep)
  return `A’s views: ${crashed.slice(0, 4)} ${crashed === slow ? '=' : '≠'} ${slow.slice(0, 4)}`
}
