import { PredictedNumber } from '#figures/controls/predicted-number.tsx'
import type { ComponentChildren } from 'preact'
import { Lane } from '#figures/link/lane.tsx'
import { counted, durationText, grouped } from '#figures/quantity.ts'
import { DoorRows } from './door-rows.tsx'
import type { DoorsActions, DoorsFrame } from './frame.ts'
import { cover, type Door, foundSlip, suspectCount } from './game.ts'
import { oneByOne } from './kitchens.ts'
import { Outcome } from './outcome.tsx'
import { lostSlip } from '#figures/kitchen/slips.ts'
import { WallMap, WallPicture } from './wall-picture.tsx'
import { answerInWords } from './words.ts'
import { AnswerLog } from './answer-log.tsx'
import { Controls } from './controls.tsx'

/** "Thirty-two thousand doors": predict, ask, be shown your path beside the perfect one, then race the whole tree. */
export function DoorsView({ frame, actions }: { frame: DoorsFrame; actions?: DoorsActions }) {
  const { game, phase } = frame
  const open = phase === 'asking' || phase === 'found'
  return (
    <div class="doors" data-phase={phase}>
      <Prediction frame={frame} onCommit={actions?.onCommit} />
      <div class="doors-stage">
        <WallPicture
          id={frame.id}
          depth={game.depth}
          suspects={game.suspects}
          cleared={game.answers.at(-1)?.cleared ?? []}
          trail={trailTo(cover(game))}
          found={phase === 'found' ? foundSlip(game) : undefined}
          view={frame.looking}
          closeUp={frame.closeUp}
        />
        <dl class="doors-readings">
          <Reading name="Suspects" value={grouped(suspectCount(game))} />
          <Reading name="Asked" value={grouped(game.answers.length)} />
          <Reading name="Clock" value={frame.clock} />
          <WallMap depth={game.depth} view={frame.looking} />
        </dl>
      </div>
      <p class="doors-said" role="status">
        {said(frame)}
      </p>
      <DoorRows
        rows={frame.rows}
        disabled={!open}
        from={frame.from}
        reachable={frame.reachable}
        onAsk={actions?.onAsk}
        onMove={actions?.onMove}
      />
      <PhoneLine frame={frame} />
      <Controls frame={frame} actions={actions} />
      {phase === 'found' && <Outcome frame={frame} actions={actions} />}
      <AnswerLog game={game} />
    </div>
  )
}

function Prediction({
  frame,
  onCommit,
}: {
  frame: DoorsFrame
  onCommit?: DoorsActions['onCommit'] | undefined
}) {
  const most = 2 ** (frame.game.depth + 1) - 1
  if (frame.guess !== undefined) {
    return (
      <p class="doors-predicted">
        Your prediction: <b>{counted(frame.guess, 'hash', 'hashes')}</b>
      </p>
    )
  }
  return (
    <PredictedNumber
      id={frame.id}
      kind="doors-prediction"
      row="doors-entry"
      most={most}
      button="Start"
      onCommit={onCommit}
    >
      <b>Predict first.</b> Each of these {grouped(2 ** frame.game.depth)} doors hides a row of node A. B has
      the same rows, except one. You’re A. You can ask B for one hash at a time, and each question takes{' '}
      {durationText(frame.roundTripMs)}. How many hashes do you need to be sure which row it is?
    </PredictedNumber>
  )
}

function Reading({ name, value }: { name: string; value: ComponentChildren }) {
  return (
    <div class="doors-reading" data-reading={name.toLowerCase()}>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  )
}

/** The calls so far on A's and B's time lines. */
function PhoneLine({ frame }: { frame: DoorsFrame }) {
  const asked = frame.game.answers.length
  const link = { roundTripMs: frame.roundTripMs, megabitsPerSecond: frame.link.megabitsPerSecond }
  const widthMs = Math.max(frame.game.depth + 1, asked) * frame.roundTripMs
  return (
    <div class="doors-line">
      <span class="doors-line-a node node-A">A</span>
      <span class="doors-line-b node node-B">B</span>
      <Lane exchange={oneByOne('so far', 'So far', asked)} link={link} widthMs={widthMs} />
      <span class="doors-line-from">0</span>
      <span class="doors-line-to">{durationText(widthMs)}</span>
    </div>
  )
}

function said({ phase, game, hashed, roundTripMs }: DoorsFrame): string {
  if (phase === 'predict') return 'Enter a number to open the doors.'
  const hashes = 2 ** (game.depth + 1) - 1
  if (phase === 'hashing')
    return `Each node hashes every row and every pair: ${grouped(Math.round(hashed * hashes))} of ${grouped(hashes)}.`
  const last = game.answers.at(-1)
  if (last === undefined) {
    return `Both nodes have their ${grouped(hashes)} hashes. Press a door to ask B for its hash: ${durationText(roundTripMs)}.`
  }
  const slip = foundSlip(game)
  const words = answerInWords(last, game.depth)
  return slip === undefined
    ? words
    : `${words} Row ${grouped(slip + 1)}: A has “${lostSlip}”, and B has nothing.`
}

function trailTo(door: Door): readonly Door[] {
  return Array.from({ length: door.level }, (_, above) => ({
    level: above + 1,
    index: door.index >> (door.level - above - 1),
  }))
}
