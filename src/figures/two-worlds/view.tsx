import type { Ms } from '#engine/core/types.ts'
import { BenchLink } from '#links/bench-link.tsx'
import { callsOf, lifeOfB } from './calls.ts'
import { endMs, type Happening, happeningsOf, lastWordMs, nextWordMs } from './happenings.ts'
import { WorldPicture } from './picture.tsx'
import { type Rule, ruleOf, rules } from './rules.ts'
import { costInWords, nameOf, outcomeOf, seconds, wordAfter } from './words.ts'
import { decisionIn, type Fate, seenCount, sleepMs, story, viewsOf, wakesMs, worldOf } from './worlds.ts'

/** Everything that the figure shows at one moment. */
export interface WorldsFrame {
  readonly id: string
  /** The rule that the reader gave A; undefined: not yet, and B and C stay covered. */
  readonly given: string | undefined
  /** The rule that is looked at. */
  readonly rule: Rule | undefined
  readonly sleep: Ms
  readonly lifting: boolean
}

/** What the reader can do; a frame drawn at build has none of it. */
export interface WorldsActions {
  readonly onCommit: (rule: string) => void
  readonly onTry: (rule: string) => void
  readonly onSleep: (sleep: Ms) => void
  readonly onAgain: () => void
}

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

function Covered({ frame, actions }: { frame: WorldsFrame; actions: WorldsActions | undefined }) {
  const world = worldOf('crashed', null, sleepMs.usual)
  const known = happeningsOf(world, story.decideMs, true)
  return (
    <div class="worlds-before">
      <div class="worlds-stage">
        <WorldPicture
          id={frame.id}
          label={`Only kitchen A is visible, from 0 to ${seconds(story.decideMs)}. ${inWords(known)}`}
          calls={callsOf(world, story.decideMs, true)}
          life={[]}
          happenings={known}
          endMs={story.decideMs}
          cover="on"
          lastWordMs={lastWordMs(world)}
        />
        <List happenings={known} />
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

interface LiftedProps {
  readonly frame: WorldsFrame
  readonly rule: Rule
  readonly actions: WorldsActions | undefined
}

function Lifted({ frame, rule, actions }: LiftedProps) {
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
        label={`${nameOf[fate]}. ${inWords(happenings)}`}
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
        <List happenings={happenings} />
      </details>
      <p class="worlds-bench">
        <BenchLink plan={world.run.plan} at={decisionIn(world)} hash={world.run.hash()}>
          Open this case in the playground
        </BenchLink>
      </p>
    </section>
  )
}

/** The picture's numbers in words. */
function List({ happenings }: { happenings: readonly Happening[] }) {
  return (
    <ol class="worlds-list">
      {happenings.map(({ atMs, node, text, bad }, index) => (
        <li key={index} class={bad ? 'bad' : undefined}>
          <span class="worlds-time">{seconds(atMs)}</span>
          <span>
            <span class={`node node-${node}`}>{node}</span> {text}
          </span>
        </li>
      ))}
    </ol>
  )
}

function inWords(happenings: readonly Happening[]): string {
  return happenings.map(({ atMs, node, text }) => `At ${seconds(atMs)} ${node} ${text}.`).join(' ')
}

function Controls({ frame, rule, actions }: LiftedProps) {
  const alive = actions !== undefined
  return (
    <div class="worlds-controls">
      <div class="field">
        <label for={`${frame.id}-rule`}>A’s rule</label>
        <select
          id={`${frame.id}-rule`}
          disabled={!alive}
          value={rule.id}
          onChange={(event) => actions?.onTry(event.currentTarget.value)}
        >
          {rules.map(({ id, choice }) => (
            <option key={id} value={id} selected={id === rule.id}>
              {choice}
            </option>
          ))}
        </select>
      </div>
      <div class="field worlds-sleep">
        <label for={`${frame.id}-sleep`}>
          In the second world, B is paused for <output>{seconds(frame.sleep)}</output>
        </label>
        <input
          id={`${frame.id}-sleep`}
          type="range"
          min={sleepMs.least}
          max={sleepMs.most}
          step={sleepMs.step}
          value={frame.sleep}
          disabled={!alive}
          aria-valuetext={seconds(frame.sleep)}
          onInput={(event) => actions?.onSleep(Number(event.currentTarget.value))}
        />
      </div>
      <button type="button" class="button" disabled={!alive} onClick={actions?.onAgain}>
        Start over
      </button>
    </div>
  )
}

/** Every rule in both worlds, with A's view of them: a rule that is right in both is right by luck, for this sleep. */
export function Costs({ frame: { given, sleep }, rule }: { frame: WorldsFrame; rule?: Rule }) {
  return (
    <div class="table">
      <table class="worlds-costs">
        <caption>What each rule costs, run in both worlds</caption>
        <thead>
          <tr>
            <th scope="col">A declares B dead</th>
            <th scope="col">B has crashed</th>
            <th scope="col">B is paused for {seconds(sleep)}</th>
          </tr>
        </thead>
        <tbody>
          {rules.map(({ id, patienceMs, short }) => (
            <tr key={id} data-rule={id} data-tried={String(id === rule?.id)}>
              <th scope="row">
                {short} {id === given && <span class="tag mark">yours</span>}
                <span class="worlds-both">{bothViews(patienceMs, sleep)}</span>
              </th>
              {(['crashed', 'slow'] as const).map((fate) => {
                const { text, bad } = outcomeOf(worldOf(fate, patienceMs, sleep))
                return (
                  <td key={fate} class={bad ? 'bad' : undefined}>
                    {text}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** The first digits of A's view of both worlds: "6a48 = 6a48". */
function bothViews(patienceMs: Ms | null, sleep: Ms): string {
  const { crashed, slow } = viewsOf('A', patienceMs, sleep)
  return `A’s views: ${crashed.slice(0, 4)} ${crashed === slow ? '=' : '≠'} ${slow.slice(0, 4)}`
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
