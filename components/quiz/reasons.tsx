import type { Reason } from '#learning/quiz/kind.ts'
import { Inline } from './inline.tsx'

/** Each answer that was given or was right, and why: what stands below a question whose form doesn't show it. */
export function Reasons({ reasons }: { readonly reasons: readonly Reason[] }) {
  return (
    <dl>
      {reasons.map(({ label, reason, isRight, isChosen, said }) => (
        <div key={label} data-verdict={isRight ? 'right' : 'wrong'}>
          <dt>
            {said === undefined && (isChosen ? 'Your answer: ' : isRight ? 'Correct answer: ' : '')}
            <Inline text={said ?? label} />
          </dt>
          <dd>
            <Inline text={reason} />
          </dd>
        </div>
      ))}
    </dl>
  )
}
