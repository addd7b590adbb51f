import { ruleOf } from './rules.ts'
import { seconds } from './words.ts'
import { seenCount, sleepMs, viewsOf, wakesMs, worldOf } from './worlds.ts'
import { Costs } from './costs.tsx'
import type { WorldsFrame, WorldsActions } from './frame.ts'
import { Covered } from './covered.tsx'
import { Lifted } from './lifted.tsx'

/** "Two worlds": say what A is to do about the silent B, and the cover is lifted off the two worlds it may be in. */
export function TwoWorldsView({
  frame,
  actions,
}: {
  frame: WorldsFrame
  actions?: WorldsActions | undefined
}) {
  const { rule } = frame
  return (
    <div class="worlds" data-phase={rule === undefined ? 'decide' : 'lifted'}>
      {rule === undefined ? (
        <Covered frame={frame} actions={actions} />
      ) : (
        <Lifted frame={frame} rule={rule} actions={actions} />
      )}
    </div>
  )
}

/** For a page without scripts: what comes out under each rule, in words. */
export function Outcome({ id, rule }: { id: string; rule: string }) {
  const { patienceMs } = ruleOf(rule)
  const views = viewsOf('A', patienceMs, sleepMs.usual)
  const seen = seenCount(worldOf('slow', patienceMs, sleepMs.usual), wakesMs(sleepMs.usual))
  const frame = { id, given: undefined, rule: ruleOf(rule), sleep: sleepMs.usual, lifting: false }
  return (
    <>
      <p class="worlds-verdict">
        With JavaScript you’d first decide what A should do, and then see two worlds: in one B has crashed, in
        the other it’s paused for {seconds(sleepMs.usual)}. By the time it wakes up, A has seen {seen} events,
        and their hash is <code>{views.crashed}</code> in one world and <code>{views.slow}</code> in the
        other. No rule could have told them apart.
      </p>
      <Costs frame={frame} />
    </>
  )
}
