import { Act } from '#figures/controls/act.tsx'
import { capitalized } from '#text/names.ts'
import { dayCount, dayAndClockText } from './days.ts'
import { Lanes } from './lanes.tsx'
import type { Ending, Story } from './story.ts'
import { EndingSign, EndingStrip } from './strip.tsx'
import {
  endingInWords,
  endingNames,
  firstCooked,
  guessInWords,
  holdsInWords,
  momentInWords,
  stripInWords,
} from './words.ts'

/** The day on which a reader expects the order to come back. */
export type Guess = number | 'never'

/** Everything that the figure shows at one moment. */
export interface ZombieFrame {
  readonly id: string
  /** 'running': the reader has predicted, and the runs are on. */
  readonly phase: 'predict' | 'running' | 'open'
  /** The run of the chosen day; before the prediction only its past is drawn. */
  readonly story: Story
  /** The runs so far, from day 0. */
  readonly stories: readonly Story[]
  readonly day: number
  readonly guess: Guess | undefined
  /** What is the same in every run, whatever the day of the repair: up to here. */
  readonly commonUntil: number
}

/** What the reader can do; a frame drawn at build has none of it. */
interface ZombieActions {
  readonly onDay: (day: number) => void
  readonly onGuess: (guess: Guess) => void
}

/** "The order that rises from the dead": predict a day, then drag the repair over fifteen runs. */
export function ZombieView({ frame, actions }: { frame: ZombieFrame; actions?: ZombieActions }) {
  const { id, phase, story, stories, day } = frame
  const open = phase === 'open'
  return (
    <div class="zombie" data-phase={phase}>
      <div class="zombie-stage">
        <div class="zombie-names" aria-hidden="true">
          {story.nodes.map((node) => (
            <span key={node}>
              <span class={`node node-${node}`}>{node}</span>
            </span>
          ))}
          <span class="zombie-day">day</span>
        </div>
        <div class="zombie-track">
          <Lanes id={id} story={story} coverFrom={open ? undefined : frame.commonUntil} />
          <EndingStrip stories={stories} chosen={open ? day : -1} />
          <DaySlider frame={frame} actions={actions} />
        </div>
      </div>
      {open ? <Chosen frame={frame} /> : <Prediction frame={frame} actions={actions} />}
      {open && <Legend />}
      <StoryInWords frame={frame} />
    </div>
  )
}

function DaySlider({ frame, actions }: { frame: ZombieFrame; actions?: ZombieActions | undefined }) {
  const { id, phase, day } = frame
  const predicting = phase === 'predict'
  return (
    <div class="zombie-slider">
      <input
        id={`${id}-day`}
        type="range"
        min="0"
        max={dayCount - 1}
        step="1"
        value={day}
        disabled={actions === undefined || phase === 'running'}
        aria-valuetext={`day ${day}`}
        aria-describedby={phase === 'open' ? `${id}-verdict` : undefined}
        onInput={(event) => actions?.onDay(Number(event.currentTarget.value))}
      />
      <label for={`${id}-day`}>
        {predicting ? 'Too late from' : 'The repair runs on'} <output>day {day}</output>
        {predicting ? ' on' : ' at noon'}
      </label>
    </div>
  )
}

function Prediction({ frame, actions }: { frame: ZombieFrame; actions?: ZombieActions | undefined }) {
  const { phase, day, stories } = frame
  const alive = actions !== undefined
  return (
    <div class="zombie-prediction">
      <p>
        <b>Predict first.</b> Table 3 orders walnut cake on day 0 for a party on day 14, and cancels on day 1.{' '}
        <span class="node node-B">B</span> is down and misses the delete; on day 5 it restarts. Tombstones are
        kept for ten days. One repair runs. If it comes too late, the cancelled order spreads from B back to A
        and C. From which day on is that? Put the slider there.
      </p>
      <p class="zombie-buttons">
        <Act kind="main" alive={alive} can={phase !== 'running'} onAct={() => actions?.onGuess(day)}>
          From day {day} on
        </Act>
        <Act alive={alive} can={phase !== 'running'} onAct={() => actions?.onGuess('never')}>
          Never: cancelled is cancelled
        </Act>
      </p>
      <p class="hint">{phase === 'running' ? `Running day ${stories.length} of ${dayCount - 1} …` : ''}</p>
    </div>
  )
}

/** What came of the chosen day. */
function Chosen({ frame: { id, story, stories, guess, day } }: { frame: ZombieFrame }) {
  const first = firstCooked(stories)
  return (
    <div class="zombie-chosen">
      <p id={`${id}-verdict`} class="zombie-verdict" data-ending={story.ending} role="status">
        <svg viewBox="0 0 20 20" aria-hidden="true">
          <EndingSign ending={story.ending} />
        </svg>
        <span>
          <b>
            Repair on day {day}: {endingNames[story.ending]}.
          </b>{' '}
          {endingInWords(story)}
        </span>
      </p>
      {guess !== undefined && first !== undefined && (
        <p class="zombie-guess">{guessInWords(guess, stories)}</p>
      )}
    </div>
  )
}

const endings: readonly Ending[] = ['lurking', 'gone', 'cooked']

function Legend() {
  return (
    <ul class="zombie-legend">
      {endings.map((ending) => (
        <li key={ending} data-ending={ending}>
          <svg viewBox="0 0 20 20" aria-hidden="true">
            <EndingSign ending={ending} />
          </svg>
          {endingNames[ending]}
        </li>
      ))}
    </ul>
  )
}

/** The run of the chosen day, moment by moment: the figure's text alternative. */
function StoryInWords({ frame: { phase, story, stories, commonUntil } }: { frame: ZombieFrame }) {
  const open = phase === 'open'
  const shown = open
    ? story.moments
    : story.moments.filter(({ at, kind }) => at <= commonUntil && kind !== 'repair')
  return (
    <details class="zombie-log fold">
      <summary>{open ? 'Text version: who holds what, and when' : 'Text version: the story so far'}</summary>
      <ol>
        {shown.map((moment) => (
          <li key={`${moment.kind} ${moment.at}`} data-moment={moment.kind}>
            <b>{capitalized(dayAndClockText(moment.at))}.</b> {momentInWords(moment, story)}{' '}
            <span class="zombie-holds">{holdsInWords(moment.holds)}</span>
          </li>
        ))}
      </ol>
      {open && (
        <p>
          All {stories.length} runs: {stripInWords(stories).join(' ')} This one took {story.events} events.
        </p>
      )}
    </details>
  )
}
