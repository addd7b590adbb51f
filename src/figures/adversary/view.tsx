import type { ComponentChildren } from 'preact'
import { counted, grouped } from '#figures/quantity.ts'
import type { HuntCount, Winner } from '#figures/search/protocol.ts'
import { BetForm } from './bet-form.tsx'
import { meets, type Need } from './bet.ts'
import type { Phase, Round, Striking } from './session.ts'
import { SmallPlan, StrikeList } from './strike.tsx'
import { Wall } from './wall.tsx'

/** Everything that the figure shows at one moment. */
export interface AdversaryFrame {
  readonly id: string
  readonly seeds: number
  readonly phase: Phase
  readonly write: Need | undefined
  readonly read: Need | undefined
  readonly crooked: boolean
  readonly count: HuntCount | undefined
  readonly striking: Striking | undefined
  readonly struck: ReadonlySet<string>
  readonly winner: Winner | undefined
  readonly trouble: string
  readonly rounds: readonly Round[]
}

/** What the reader can do; a frame drawn at build has none of it. */
export interface AdversaryActions {
  readonly onWrite: (need: Need) => void
  readonly onRead: (need: Need) => void
  readonly onAttack: (crooked: boolean) => void
  readonly onAgain: () => void
  readonly onStop: () => void
}

interface Props {
  readonly frame: AdversaryFrame
  readonly actions?: AdversaryActions
  /** The winning plan drawn, and the way to the bench. */
  readonly drawing?: ComponentChildren
}

/** "You against the adversary": bet on W and R, be attacked by a thousand runs, see what the one that won is made of. */
export function AdversaryView({ frame, actions, drawing }: Props) {
  const { id, seeds, phase, count, striking, winner } = frame
  return (
    <div class="adversary" data-phase={phase}>
      {phase === 'bet' ? (
        <BetForm
          id={id}
          write={frame.write}
          read={frame.read}
          onWrite={actions?.onWrite}
          onRead={actions?.onRead}
          onAttack={actions && (() => actions.onAttack(false))}
        />
      ) : (
        <Stake frame={frame} actions={actions} />
      )}
      <Wall seeds={seeds} tried={count?.tried ?? 0} broken={count?.broken ?? []} />
      <p
        class="adversary-said"
        role="status"
        // A count that changes with every attack is too much to be read out.
        aria-live={phase === 'attack' ? 'off' : 'polite'}
      >
        {said(frame)}
      </p>
      <Next frame={frame} actions={actions} />
      {(phase === 'strike' || phase === 'lost') && striking && (
        <StrikeList striking={striking} struck={frame.struck} />
      )}
      {phase === 'lost' && winner && (
        <section class="adversary-won">
          <h4>{counted(winner.history.length + winner.smallest.faults.length, 'event')} are enough</h4>
          <SmallPlan winner={winner} />
          {drawing}
        </section>
      )}
      <Rounds rounds={frame.rounds} />
    </div>
  )
}

function Stake({ frame, actions }: { frame: AdversaryFrame; actions: AdversaryActions | undefined }) {
  return (
    <p class="adversary-stake">
      <span>
        Your bet: <b>W = {frame.write}</b>, <b>R = {frame.read}</b>
        {frame.crooked && ', with one skewed clock'}
      </span>
      {frame.phase === 'attack' && (
        <button type="button" class="button" onClick={() => actions?.onStop()}>
          Stop
        </button>
      )}
    </p>
  )
}

function said({ phase, seeds, count, crooked, trouble, rounds, write, read }: AdversaryFrame): string {
  const through = count?.broken.length ?? 0
  const round = rounds.at(-1)
  switch (phase) {
    case 'bet':
      return `${grouped(seeds)} attacks are waiting. Each is a run of its own: twelve requests for table 3, up to four faults, and a check on every answer.`
    case 'attack':
      return `Attack ${grouped(count?.tried ?? 0)} of ${grouped(seeds)}. Stale answers so far: ${grouped(through)}.`
    case 'failed':
      return `The attack couldn’t run. ${trouble}`
    case 'held':
      return (
        `No stale answer in ${grouped(seeds)} attacks. You win the bet, ` +
        `at a price: ${share(round)} of the requests were refused or timed out.` +
        (write !== undefined && read !== undefined && meets({ write, read })
          ? ' Now see what one wrong clock does.'
          : '')
      )
    case 'strike':
    case 'lost':
      return (
        `${counted(through, 'attack')} of ${grouped(seeds)} returned a stale answer. ` +
        (crooked
          ? 'The quorums still overlap, but the clock decides which value counts as newer.'
          : 'No replica did anything wrong, and every clock was right.')
      )
  }
}

function Next({ frame, actions }: { frame: AdversaryFrame; actions: AdversaryActions | undefined }) {
  const { phase, crooked } = frame
  if (phase !== 'held' && phase !== 'lost' && phase !== 'failed') return null
  return (
    <p class="adversary-next">
      {phase === 'held' && !crooked && (
        <button type="button" class="button main" onClick={() => actions?.onAttack(true)}>
          Skew one clock
        </button>
      )}
      <button
        type="button"
        class={phase === 'lost' ? 'button main' : 'button'}
        onClick={() => actions?.onAgain()}
      >
        New bet
      </button>
    </p>
  )
}

/** The bets so far beside each other. */
function Rounds({ rounds }: { readonly rounds: readonly Round[] }) {
  if (rounds.length === 0) return null
  return (
    <div class="table adversary-rounds">
      <table>
        <caption>Your bets</caption>
        <thead>
          <tr>
            <th scope="col">W</th>
            <th scope="col">R</th>
            <th scope="col">clocks</th>
            <th scope="col">stale</th>
            <th scope="col">unanswered</th>
          </tr>
        </thead>
        <tbody>
          {rounds.map((round, index) => (
            <tr key={index}>
              <td>{round.write}</td>
              <td>{round.read}</td>
              <td>{round.crooked ? 'one skewed' : 'in sync'}</td>
              <td>
                {grouped(round.through)} of {grouped(round.seeds)}
              </td>
              <td>{share(round)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** "4.3%" */
function share(round: Round | undefined): string {
  if (round === undefined || round.asked === 0) return '0%'
  return `${(Math.round((1000 * round.unanswered) / round.asked) / 10).toFixed(1)}%`
}
