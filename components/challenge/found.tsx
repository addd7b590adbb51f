import type { Output } from '#components/cell/output.tsx'
import { progressWords } from '#components/cell/progress-words.ts'
import type { useAnswer } from './use-answer.ts'
import { OpenAway } from './open-away.tsx'
import { Turn, VerdictText } from './verdict.tsx'

interface FoundProps {
  readonly answer: ReturnType<typeof useAnswer>
  readonly Output: typeof Output | undefined
}

/** What the judge found: how far it is, then the verdict, the run that breaks the answer, and where that run turned. */
export function Found({ answer, Output: View }: FoundProps) {
  const { run, told, plan, curve } = answer
  const { state, items, progress } = run.view.value
  const isRunning = state === 'running'
  return (
    <div class="cell-output challenge-output" data-output aria-live="polite" aria-busy={isRunning}>
      {isRunning && told.value === undefined && <p class="cell-nothing">Checking…</p>}
      {isRunning && progress !== undefined && (
        <p class="cell-nothing" data-progress aria-live="off">
          {progressWords(progress)}
        </p>
      )}
      {told.value !== undefined && <VerdictText told={told.value} />}
      {View !== undefined && items !== undefined && items.length > 0 && (
        <View items={items} name="answer" replay={run.replay} />
      )}
      {plan.value !== undefined && <OpenAway make={answer.away} />}
      {curve.value !== undefined && items !== undefined && <Turn curve={curve.value} items={items} />}
    </div>
  )
}
