import type { Verdict } from '#engine/core/types.ts'
import type { RunOutline } from '#outline/types.ts'
import { changesOf } from './changes.ts'
import type { Lane } from './lanes.ts'
import { repeatsOf } from './repeats.ts'

interface Props {
  readonly outline: RunOutline
  readonly lanes: readonly Lane[]
  readonly place: number
  readonly verdict: Verdict | undefined
  /** A film tells more than can be read out: only where it stops is said. */
  readonly isQuiet?: boolean | undefined
}

/** What is seen at this step: the verdict if there's one, then what happened, then what it changed. */
export function Said({ outline, lanes, place, verdict, isQuiet }: Props) {
  const step = outline.steps[place]
  const looks = new Map(lanes.map(({ id, look }) => [id, look]))
  const repeat = repeatsOf(outline).find(({ last }) => last === place)
  const isLast = place === outline.steps.length - 1
  return (
    <div class="cluster-said" role="status" aria-live={isQuiet ? 'off' : 'polite'}>
      {verdict !== undefined && (
        <p>
          <b class={`verdict ${verdict.result}`}>
            {verdict.check}: {verdict.result}.
          </b>{' '}
          {verdict.why}
        </p>
      )}
      {repeat !== undefined && (
        <p class="cluster-repeat">
          {outline.steps[repeat.first]!.text} It runs like an earlier request, in{' '}
          {repeat.last - repeat.first + 1} steps. Use the slider to see each one.
        </p>
      )}
      <p>{step === undefined ? 'Before the first step: nothing has happened yet.' : step.text}</p>
      {changesOf(outline, place).map(({ node, key, text }) => (
        <p key={key} class="cluster-change">
          <span class={`node ${looks.get(node) ?? ''}`}>{node}</span> {text}
        </p>
      ))}
      {isLast && outline.error !== undefined && <p class="differs">The run ended here: {outline.error}</p>}
      {isLast && outline.ended === 'budget' && (
        <p class="soft">The run was longer than this figure can follow.</p>
      )}
    </div>
  )
}
