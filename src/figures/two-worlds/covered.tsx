import { callsOf } from './calls.ts'
import { happeningsOf, lastWordMs } from './happenings.ts'
import { WorldPicture } from './picture.tsx'
import { rules } from './rules.ts'
import { seconds } from './words.ts'
import { sleepMs, story, worldOf } from './worlds.ts'
import { HappeningsList, happeningsInWords } from './happenings-list.tsx'
import type { WorldsFrame, WorldsActions } from './frame.ts'

/** Before the decision: only what A itself has seen, and the question what it is to do. */
export function Covered({ frame, actions }: { frame: WorldsFrame; actions: WorldsActions | undefined }) {
  const world = worldOf('crashed', null, sleepMs.usual)
  const known = happeningsOf(world, story.decideMs, true)
  return (
    <div class="worlds-before">
      <div class="worlds-stage">
        <WorldPicture
          id={frame.id}
          label={`Only kitchen A is visible, from 0 to ${seconds(story.decideMs)}. ${happeningsInWords(known)}`}
          calls={callsOf(world, story.decideMs, true)}
          life={[]}
          happenings={known}
          endMs={story.decideMs}
          cover="on"
          lastWordMs={lastWordMs(world)}
        />
        <HappeningsList happenings={known} />
      </div>
      <Decision actions={actions} />
    </div>
  )
}

function Decision({ actions }: { actions: WorldsActions | undefined }) {
  const commit = (event: Event) => {
    event.preventDefault()
    const chosen = new FormData(event.currentTarget as HTMLFormElement).get('rule')
    if (typeof chosen === 'string') actions?.onCommit(chosen)
  }
  return (
    <form class="worlds-decision" onSubmit={commit}>
      <fieldset disabled={actions === undefined}>
        <legend>
          <b>You are A.</b> Table 3’s cake was in B’s oven, and B hasn’t said a word for{' '}
          {Math.floor((story.decideMs - story.silentMs) / 1000)} seconds. You can declare B dead and bake a
          cake yourself, or you can wait. How long?
        </legend>
        <div class="options">
          {rules.map(({ id, choice }) => (
            <label class="option" key={id}>
              <input type="radio" name="rule" value={id} required />
              <span>{choice}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <button type="submit" class="button main" disabled={actions === undefined}>
        Reveal both worlds
      </button>
    </form>
  )
}
