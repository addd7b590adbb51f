import { useEffect, useState } from 'preact/hooks'
import type { JudgedCost, PointOfNoReturn, Judgement } from '#cells/judgement.ts'
import type { ClusterData } from '#figures/cluster-bench/picture.tsx'
import { NoReturnView } from '#figures/no-return/view.tsx'
import { turnInWords } from '#figures/no-return/words.ts'
import { grouped } from '#figures/quantity.ts'
import type { Item } from '#sandbox/items.ts'

/** What the judge says of an answer, in a heading and a few sentences. */
export function VerdictText({ told }: { readonly told: Judgement }) {
  return (
    <div
      class={`challenge-verdict ${told.result === 'right' ? 'right' : 'wrong'}`}
      data-verdict={told.result}
    >
      <p class="challenge-says">{headline(told)}</p>
      <p>{details(told)}</p>
      {'cost' in told && told.cost !== undefined && told.cost.reference > 0 && (
        <p>{costInWords(told.cost)}</p>
      )}
    </div>
  )
}

function headline(told: Judgement): string {
  switch (told.result) {
    case 'right':
      return `Solved. Your answer passed all ${grouped(told.plans)} plans.`
    case 'broken':
      return `Not yet. Plan ${told.tried} breaks “${told.check}”.`
    case 'dear':
      return 'Not yet. It’s correct, but it costs too much.'
    case 'untested':
      return 'Not yet. Your answer was hardly tested.'
    case 'unfit':
      return 'Not yet. Something is missing.'
  }
}

function details(told: Judgement): string {
  switch (told.result) {
    case 'right':
      return told.tested === told.plans
        ? 'Each plan had its own seed, messages and faults.'
        : `Each plan had its own seed, messages and faults. In ${grouped(told.tested)} of them there was something to break.`
    case 'broken':
    case 'dear': {
      const enough = told.entries === 1 ? 'one is' : `${told.entries} are`
      const small =
        told.entries < told.before
          ? ` Of its ${told.before} entries, ${enough} enough to show the failure.`
          : ''
      return `${told.why}${small}`
    }
    default:
      return told.why
  }
}

function costInWords({ unit, yours, reference, most }: JudgedCost): string {
  const much = yours === reference ? 'as many as' : yours < reference ? 'fewer than' : 'more than'
  const allowed =
    most === undefined ? '' : ` Up to ${Number(most.toFixed(2))} times the reference is allowed.`
  return `Over all plans it needed ${grouped(yours)} ${unit}, ${much} the reference (${grouped(reference)}).${allowed}`
}

/** The point of no return of the run that was drawn. */
export function Turn({ curve, items }: { readonly curve: PointOfNoReturn; readonly items: readonly Item[] }) {
  const [turn, setTurn] = useState<string>()
  const data = items.find((item) => item.type === 'picture')?.data as ClusterData | undefined
  useEffect(() => {
    let isOld = false
    if (data === undefined || 'say' in data) return undefined
    void import('#figures/no-return/outlines.ts').then(({ outlineOf, outlineOfRecording }) => {
      if (isOld) return
      const outline =
        'recording' in data ? outlineOfRecording(data.recording) : outlineOf(data.plan, mostEvents)
      setTurn(turnInWords(curve, outline))
    })
    return () => void (isOld = true)
  }, [curve])
  return (
    <section class="challenge-turn" aria-label="Point of no return">
      <NoReturnView curve={curve} turn={turn} />
    </section>
  )
}

/** Beyond this a run is no picture either. */
const mostEvents = 12_000
