import { useState } from 'preact/hooks'
import type { Plan } from '#engine/core/types.ts'
import { useHydrated } from '#figures/hydrated.ts'
import { causes, type Cause, type Change, type Experiment, type Outcome } from './causes.ts'
import { type Tried, WrongAnswerView } from './view.tsx'

interface WrongAnswerOptions {
  readonly id: string
  /** The kept plan of each cause, in the order of the causes. */
  readonly plans: readonly Plan[]
  readonly outcomes: readonly Outcome[]
}

/** In which order the evenings come: the first is no cause that its first experiment would give away. */
const order = [2, 0, 3, 1]

/** "Same wrong answer, four causes", alive. The engine comes with the first experiment. */
export default function WrongAnswerIsland({ id, plans, outcomes }: WrongAnswerOptions) {
  const [evening, setEvening] = useState(0)
  const [tried, setTried] = useState<readonly Tried[]>([])
  const [guess, setGuess] = useState<Cause['id']>()
  const [corrected, setCorrected] = useState<string>()
  const [busy, setBusy] = useState(false)
  const hydrated = useHydrated()
  const place = order[evening % order.length]!
  const cause = causes[place]!

  const ask = async (change: Change) => {
    setBusy(true)
    const { tell } = await import('./tell.ts')
    // A frame in which the buttons say that they're busy, before the run takes the thread.
    await new Promise((resume) => setTimeout(resume))
    const told = tell(plans[place]!, change)
    setBusy(false)
    return told
  }
  const onTry = (experiment: Experiment) =>
    void ask(experiment.change).then(({ answer, followed }) =>
      setTried((before) => [...before, { experiment, answer: answer.answer, followed }]),
    )
  const onTurn = () => void ask(cause.change).then(({ answer }) => setCorrected(answer.answer))
  const onNext = () => {
    setEvening(evening + 1)
    setTried([])
    setGuess(undefined)
    setCorrected(undefined)
  }
  const frame = { id, tried, guess, cause, corrected, busy, outcomes, evening }
  return (
    <WrongAnswerView
      frame={frame}
      {...(hydrated ? { actions: { onTry, onGuess: setGuess, onTurn, onNext } } : {})}
    />
  )
}
