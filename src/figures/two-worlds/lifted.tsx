import type { Ms } from '#engine/core/types.ts'
import { BenchLink } from '#links/bench-link.tsx'
import { callsOf, lifeOfB } from './calls.ts'
import { endMs, happeningsOf, lastWordMs, nextWordMs } from './happenings.ts'
import { WorldPicture } from './picture.tsx'
import type { Rule } from './rules.ts'
import { costInWords, nameOf, outcomeOf, seconds, wordAfter } from './words.ts'
import { decisionIn, type Fate, seenCount, viewsOf, wakesMs, worldOf } from './worlds.ts'
import { HappeningsList, happeningsInWords } from './happenings-list.tsx'
import { Costs } from './costs.tsx'
import type { WorldsFrame } from './frame.ts'
import { type LiftedProps, Controls } from './controls.tsx'

/** After the decision: both worlds beside each other, what A has seen in each, and what the rule costs. */
export function Lifted({ frame, rule, actions }: LiftedProps) {
  const { sleep } = frame
  const both = (['crashed', 'slow'] as const).map((fate) => worldOf(fate, rule.patienceMs, sleep))
  const [crashed, slow] = both
  const end = endMs(both, sleep)
  const views = viewsOf('A', rule.patienceMs, sleep)
  const ofC = viewsOf('C', rule.patienceMs, sleep)
  if (crashed === undefined || slow === undefined) return null
  return (
    <>
      <Controls frame={frame} rule={rule} actions={actions} />
      <div class="worlds-pair" tabIndex={-1} role="group" aria-label="Both worlds">
        {both.map((world) => (
          <WorldPanel
            key={world.fate}
            frame={frame}
            rule={rule}
            fate={world.fate}
            end={end}
            view={views[world.fate]}
          />
        ))}
      </div>
      <div class="worlds-verdict" role="status" data-same={String(views.crashed === views.slow)}>
        <p class="worlds-said">
          {views.crashed === views.slow
            ? 'The same hash in both. No rule could have told them apart.'
            : 'The two views differ.'}
        </p>
        <p>
          By the time the paused B wakes up, at {seconds(wakesMs(sleep))}, A has seen{' '}
          {seenCount(crashed, wakesMs(sleep))} events: the same ones, in the same milliseconds, in both
          worlds. A rule can only use what A has seen. Asking C wouldn’t have helped either: C’s views are{' '}
          <code>{ofC.crashed}</code> and <code>{ofC.slow}</code>.{' '}
          {wordAfter(nextWordMs(slow), slow.declaredMs)}
        </p>
        <p>{costInWords(crashed, slow)}</p>
      </div>
      <Costs frame={frame} rule={rule} />
    </>
  )
}

interface PanelProps {
  readonly frame: WorldsFrame
  readonly rule: Rule
  readonly fate: Fate
  readonly end: Ms
  readonly view: string
}

function WorldPanel({ frame, rule, fate, end, view }: PanelProps) {
  const world = worldOf(fate, rule.patienceMs, frame.sleep)
  const happenings = happeningsOf(world, end, false)
  const { text, bad } = outcomeOf(world)
  return (
    <section class="worlds-panel" data-world={fate}>
      <h4>{nameOf[fate]}</h4>
      <WorldPicture
        id={`${frame.id}-${fate}`}
        label={`${nameOf[fate]}. ${happeningsInWords(happenings)}`}
        calls={callsOf(world, end, false)}
        life={lifeOfB(world, end)}
        happenings={happenings}
        endMs={end}
        cover={frame.lifting ? 'lifting' : 'off'}
        sameUntilMs={wakesMs(frame.sleep)}
        lastWordMs={lastWordMs(world)}
      />
      <p class="worlds-view">
        <span>Everything A has seen so far (shaded), as a hash:</span> <code data-view={fate}>{view}</code>
      </p>
      <p class={bad ? 'worlds-outcome bad' : 'worlds-outcome'}>
        <b>Table 3:</b> {text}
      </p>
      <details class="fold">
        <summary>{nameOf[fate]}, step by step</summary>
        <HappeningsList happenings={happenings} />
      </details>
      <p class="worlds-bench">
        <BenchLink plan={world.run.plan} at={decisionIn(world)} hash={world.run.hash()}>
          Open this case in the playground
        </BenchLink>
      </p>
    </section>
  )
}
