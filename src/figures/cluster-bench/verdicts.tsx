import type { Plan, Verdict } from '#engine/core/types.ts'
import { FindTurn } from '#figures/no-return/find-turn.tsx'

interface Props {
  readonly played: { readonly plan: Plan; readonly verdicts: readonly Verdict[] }
  /** The events that are lit up now. */
  readonly lit: readonly number[]
  readonly onLight: (events: readonly number[]) => void
  /** Shows an event. */
  readonly onSeek: (index: number) => void
}

/** What each check asks, for a reader who meets its name for the first time. */
export const questions: { readonly [check: string]: string } = {
  'fresh reads': 'Does every read return the last write acknowledged before it, or a later one?',
  linearizable: 'Could all operations have happened one at a time, each between its call and its answer?',
  'monotonic reads': 'Does no client see an older value after a newer one?',
  durable: 'Do all replicas together still hold every acknowledged write?',
  converged: 'Do all replicas of a key agree at the end?',
}

const results = {
  holds: 'holds',
  broken: 'broken',
  unknown: 'unknown',
  vacuous: 'not tested',
} as const

/** The verdicts of the whole run. The events that a verdict names can be shown in the picture. */
export function Verdicts({ played: { plan, verdicts }, lit, onLight, onSeek }: Props) {
  return (
    <section class="bench-panel" aria-labelledby="bench-verdicts">
      <h3 id="bench-verdicts">Checks</h3>
      {verdicts.length === 0 && (
        <p class="soft">
          The checks judge reads and writes, and this program has neither. The text version tells what it did.
        </p>
      )}
      <ul class="bench-verdicts">
        {verdicts.map(({ check, result, why, at }) => {
          const isLit = at.length > 0 && lit.join() === at.join()
          return (
            <li key={check} data-verdict={check} data-result={result}>
              <p>
                <span class={`verdict ${result}`}>
                  {check}: {results[result]}
                </span>
                {at.length > 0 && (
                  <button
                    type="button"
                    class="button bench-light"
                    aria-pressed={isLit}
                    onClick={() => onLight(isLit ? [] : at)}
                  >
                    {isLit ? 'Shown in the picture' : 'Show in the picture'}
                    <span class="visually-hidden"> ({check})</span>
                  </button>
                )}
              </p>
              <p class="soft">{questions[check]}</p>
              {result !== 'holds' && <p>{why}</p>}
              {result === 'broken' && <FindTurn plan={plan} check={check} onSeek={onSeek} />}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
