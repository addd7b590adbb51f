import { type Exchange, type Link, tieMs, totalMs } from '#figures/link/cost.ts'
import { LinkControls } from '#figures/link/controls.tsx'
import { rowBytes } from '#figures/link/ways.ts'
import { Choice } from '#figures/controls/choice.tsx'
import { Race } from '#figures/link/race.tsx'
import { bytesText, counted, durationText, grouped } from '#figures/quantity.ts'
import { SuspectsPlot } from './suspects-plot.tsx'
import type { DoorsActions, DoorsFrame } from './frame.ts'
import { guessInWords, resultInWords } from './words.ts'

/** After the find: the reader's path over the perfect one, and the race of all ways. */
export function Outcome({ frame, actions }: { frame: DoorsFrame; actions?: DoorsActions | undefined }) {
  const { game, guess, roundTripMs } = frame
  const perfect = Array.from({ length: game.depth + 1 }, (_, asked) => 2 ** (game.depth - asked))
  const yours = [2 ** game.depth, ...game.answers.map((answer) => answer.after)]
  return (
    <section class="doors-outcome">
      <h3 class="doors-title" tabIndex={-1}>
        {game.depth} answers, {grouped(2 ** game.depth)} doors
      </h3>
      <p>
        {resultInWords(game, roundTripMs).join(' ')} {guess !== undefined && guessInWords(guess, game.depth)}{' '}
        Each answer is “same” or “different”, so at best it halves the suspects, and{' '}
        {grouped(2 ** game.depth)} is 2 × 2 × … × 2, {game.depth} times.
      </p>
      <div class="doors-plot">
        <span class="doors-plot-y">suspects, each line half the one above</span>
        <span class="doors-plot-top">{grouped(2 ** game.depth)}</span>
        <span class="doors-plot-bottom">1</span>
        <SuspectsPlot
          depth={game.depth}
          paths={[
            { name: 'perfect', label: 'perfect', suspects: perfect },
            { name: 'yours', label: 'you', suspects: yours },
          ]}
        />
        <span class="doors-plot-x">{counted(Math.max(game.answers.length, game.depth), 'question')}</span>
        <ul class="doors-key">
          <li class="plot-key-yours">you, {game.answers.length}</li>
          <li class="plot-key-perfect">perfect, {game.depth}</li>
        </ul>
      </div>
      <RaceOfWays frame={frame} actions={actions} />
    </section>
  )
}

function RaceOfWays({ frame, actions }: { frame: DoorsFrame; actions?: DoorsActions | undefined }) {
  const { exchanges, link } = frame
  const walk = exchanges.find(({ id }) => id === 'walk')
  const tree = exchanges.find(({ id }) => id === 'tree')
  if (walk === undefined || tree === undefined) return null
  return (
    <div class="doors-race">
      <h3 class="doors-title">Now stop asking, and send everything</h3>
      <p>
        You knew that exactly one row differs. Two replicas don’t, so they ask for both children of every hash
        that differs, one level at a time: {walk.bytes / 32} hashes in {walk.roundTrips} trips. Or A asks
        once, and B sends its whole tree: {bytesText(tree.bytes)}. (The leaves alone are half of that, and A
        can compute the rest.)
      </p>
      <Choice
        id={`${frame.id}-raced`}
        label="Number of rows"
        value={String(frame.racedDepth)}
        alive={actions !== undefined}
        onChange={(value) => actions?.onRacedDepth(Number(value))}
        options={[...new Set([frame.game.depth, 20, 25, 30])].map((depth) => [
          String(depth),
          grouped(2 ** depth),
        ])}
      />
      <Race exchanges={exchanges} link={link} />
      <p>
        A row counts as {rowBytes} bytes, a hash as 32, and one row differs. Why a tree at all, if its leaves
        alone are half of it? Because a list grows with the data, and a descent only with the number of
        levels. Twice the rows mean twice the list, but two more hashes for the descent. Choose a billion.
      </p>
      <LinkControls id={frame.id} link={link} onChange={(next) => actions?.onLink(next)} />
      <p class="doors-verdict" role="status">
        {raceInWords(walk, tree, link, frame.tieSeen)}
      </p>
    </div>
  )
}

/** The faster of the two ways on this link, and, once the reader has seen both win, where they tie. */
function raceInWords(walk: Exchange, tree: Exchange, link: Link, tieSeen: boolean): string {
  const walkMs = totalMs(walk, link)
  const treeMs = totalMs(tree, link)
  const tie = tieMs(walk, tree, link.megabitsPerSecond)
  const line = `At ${durationText(link.roundTripMs)} a round trip`
  const result =
    treeMs < walkMs
      ? `${line}, the whole tree arrives after ${durationText(treeMs)}. The descent takes ${durationText(walkMs)}, because it waits ${walk.roundTrips} times.`
      : `${line}, the descent is done after ${durationText(walkMs)}. The tree, ${bytesText(tree.bytes)}, takes ${durationText(treeMs)}.`
  if (!tieSeen)
    return `${result} ${treeMs < walkMs ? 'Drag the round trip down until the descent wins.' : ''}`.trim()
  return tie === undefined
    ? result
    : `${result} At this bandwidth they tie at ${durationText(tie)}, where ${walk.roundTrips - tree.roundTrips} more trips cost as much as the bytes.`
}
