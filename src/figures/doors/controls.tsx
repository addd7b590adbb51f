import { grouped } from '#figures/quantity.ts'
import type { DoorsActions, DoorsFrame } from './frame.ts'
import { Act } from '#figures/controls/act.tsx'

/** What the reader can do at the doors, by the game's phase. */
export function Controls({ frame, actions }: { frame: DoorsFrame; actions?: DoorsActions | undefined }) {
  const { phase, game, walking } = frame
  const asked = game.answers.length > 0
  const count = 2 ** game.depth
  const guessSlip = (event: Event) => {
    event.preventDefault()
    const field = (event.currentTarget as HTMLFormElement).elements.namedItem('slip')
    if (field instanceof HTMLInputElement && field.value !== '') {
      actions?.onAsk({ level: game.depth, index: Math.round(Number(field.value)) - 1 })
    }
  }
  return (
    <div class="doors-controls">
      <Act can={asked} onAct={() => actions?.onUndo()}>
        Undo
      </Act>
      <Act can={asked} onAct={() => actions?.onRestart(phase === 'found')}>
        {phase === 'found' ? 'New game' : 'Start again'}
      </Act>
      <Act can={phase === 'asking'} pressed={walking} onAct={() => actions?.onWalk()}>
        {walking ? 'Stop' : 'Finish it for me'}
      </Act>
      <form class="doors-one" onSubmit={guessSlip}>
        <label for={`${frame.id}-slip`}>or ask for one row:</label>
        <input
          id={`${frame.id}-slip`}
          name="slip"
          type="number"
          inputMode="numeric"
          min="1"
          max={count}
          step="1"
          placeholder={`1 – ${grouped(count)}`}
          disabled={phase !== 'asking'}
        />
        <button type="submit" class="button" disabled={phase !== 'asking'}>
          Ask
        </button>
      </form>
    </div>
  )
}
