import { Act } from '#figures/controls/act.tsx'
import { useEffect, useState } from 'preact/hooks'
import type { Plan } from '#engine/core/types.ts'
import { useHydrated } from '#figures/hydrated.ts'
import { askForTurn } from './client.ts'
import { NoReturnView } from './view.tsx'
import type { Turned } from './work.ts'

interface Props {
  readonly plan: Plan
  /** The check that the plan's run breaks. */
  readonly check: string
  /** Shows an event of the run, where there's a figure of it. */
  readonly onSeek?: (index: number) => void
}

/** Finds the point of no return of a failing run when the reader asks for it. */
export function FindTurn({ plan, check, onSeek }: Props) {
  const isAlive = useHydrated()
  const [turned, setTurned] = useState<Turned>()
  const [state, setState] = useState<'idle' | 'searching' | 'found' | 'failed'>('idle')
  const [say, setSay] = useState('')
  useEffect(() => {
    setTurned(undefined)
    setState('idle')
    setSay('')
  }, [plan, check])

  async function find(): Promise<void> {
    setState('searching')
    setSay('Playing up to 200 futures from each of 40 moments…')
    const answer = await askForTurn(plan, check)
    setState(answer.ok ? 'found' : 'failed')
    setSay(answer.ok ? '' : answer.message)
    if (answer.ok) setTurned(answer.value)
  }

  const event = turned?.curve.jump?.event
  return (
    <div class="find-turn" data-turn={state} aria-busy={state === 'searching'}>
      {state !== 'found' && (
        <Act alive={isAlive} can={state !== 'searching'} onAct={() => void find()}>
          Find the point of no return<span class="visually-hidden"> ({check})</span>
        </Act>
      )}
      <p role="status">{say}</p>
      <div aria-live="polite">
        {turned !== undefined && <NoReturnView curve={turned.curve} turn={turned.turn} />}
      </div>
      {event !== undefined && onSeek !== undefined && (
        <button type="button" class="button" onClick={() => onSeek(event)}>
          Go to that moment
        </button>
      )}
    </div>
  )
}
