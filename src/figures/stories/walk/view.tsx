import { Steps } from '#figures/controls/steps.tsx'
import { labelsOf } from './labels.ts'
import { dials, nearestCount, stepText, type Place, type WalkData, type Walked } from './data.ts'

/** Everything that the figure shows at one moment. */
export interface WalkFrame {
  readonly id: string
  readonly data: WalkData
  readonly question: number
  readonly method: Walked['method']
  readonly dial: number
  /** How many steps are drawn; the last one stands out. */
  readonly step: number
}

/** What the reader can do; a frame drawn at build has none of it. */
interface WalkActions {
  readonly onQuestion: (question: number) => void
  readonly onMethod: (method: Walked['method']) => void
  readonly onDial: (dial: number) => void
  readonly onStep: (step: number) => void
}

const names = {
  exact: 'Exact: compare all',
  ivf: 'IVF: read some lists',
  hnsw: 'HNSW: walk along links',
} as const
const dialNames = { exact: '', ivf: 'lists read', hnsw: 'ef' } as const
const width = 640
const height = 360
/** The height of the letters, in units of the drawing: walk.css has the same two. */
const letters = { wide: 12, narrow: 22 } as const

function walkOf({ data, question, method, dial }: WalkFrame): Walked {
  return data.walks.find((one) => one.question === question && one.method === method && one.dial === dial)!
}

/** A search over a few real words, step by step: what it compares, what it finds, and what it misses. */
export function WalkView({ frame, actions }: { frame: WalkFrame; actions?: WalkActions }) {
  const walk = walkOf(frame)
  const { data, step } = frame
  return (
    <div class="walk">
      <Ways frame={frame} actions={actions} />
      <Picture frame={frame} walk={walk} />
      <div class="walk-steps">
        <Steps step={step} first={1} last={walk.steps.length} onStep={actions?.onStep} />
        <span>
          Step {step} of {walk.steps.length}
        </span>
      </div>
      <p class="walk-said" aria-live="polite">
        {stepText(data, walk, step - 1)} {step >= walk.steps.length && <Found data={data} walk={walk} />}
      </p>
      <details>
        <summary>All steps as text</summary>
        <ol>
          {walk.steps.map((_, at) => (
            <li>{stepText(data, walk, at)}</li>
          ))}
        </ol>
        <p>
          <Found data={data} walk={walk} />
        </p>
      </details>
    </div>
  )
}

/** What is asked, how it's searched, and the dial. */
function Ways({ frame, actions }: { readonly frame: WalkFrame; readonly actions: WalkActions | undefined }) {
  const { data, method, dial } = frame
  const off = actions === undefined
  return (
    <div class="walk-ways">
      <label>
        Near what?{' '}
        <select
          value={String(frame.question)}
          disabled={off}
          onChange={(event) => actions?.onQuestion(Number(event.currentTarget.value))}
        >
          {data.questions.map(({ word }, at) => (
            <option value={String(at)}>{word}</option>
          ))}
        </select>
      </label>
      <label>
        How?{' '}
        <select
          value={method}
          disabled={off}
          onChange={(event) => actions?.onMethod(event.currentTarget.value as Walked['method'])}
        >
          {Object.entries(names).map(([value, name]) => (
            <option value={value}>{name}</option>
          ))}
        </select>
      </label>
      {method !== 'exact' && (
        <label>
          {dialNames[method]}{' '}
          <select
            value={String(dial)}
            disabled={off}
            onChange={(event) => actions?.onDial(Number(event.currentTarget.value))}
          >
            {dials[method].map((value) => (
              <option value={String(value)}>{value}</option>
            ))}
          </select>
        </label>
      )}
    </div>
  )
}

function Found({ data, walk }: { readonly data: WalkData; readonly walk: Walked }) {
  const words = walk.found.map((row) => data.places[row]!.word)
  return (
    <>
      Found {words.join(', ')}. That’s {Math.round(walk.recall * nearestCount)} of the true five, with{' '}
      {walk.compared} comparisons
      {walk.method === 'ivf' && ', those with the centres included'}.
    </>
  )
}

function Picture({
  frame: { data, question, step },
  walk,
}: {
  readonly frame: WalkFrame
  readonly walk: Walked
}) {
  const seen = new Set(walk.steps.slice(0, step).flatMap(([, , ...compared]) => compared))
  const [standing, , ...compared] = walk.steps[step - 1]!
  const done = step >= walk.steps.length
  const from = data.places[standing]
  const asked = data.questions[question]!
  const asking = { ...asked, word: `${asked.word}?` }
  const look = (row: number) =>
    `walk-word${seen.has(row) ? ' seen' : ''}${standing === row ? ' stands' : ''}${done && walk.found.includes(row) ? ' found' : ''}`
  // What the search finds, stands on and compares keeps its name before all others, from the first step on: no word moves
  // while it goes.
  const stood = new Set(walk.steps.map(([at]) => at))
  const met = new Set(walk.steps.flatMap(([, , ...others]) => others))
  const rank = (row: number) => (walk.found.includes(row) ? 0 : stood.has(row) ? 1 : met.has(row) ? 2 : 3)
  const rows = [...data.places.keys()].sort((one, other) => rank(one) - rank(other))
  const dots = [asking, ...rows.map((row) => data.places[row]!)].map((place) => ({
    word: place.word,
    x: x(place),
    y: y(place),
  }))
  return (
    <div class="drawing">
      <svg
        class="walk-picture"
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={`Words on a plane; ${seen.size} compared so far.`}
      >
        {from &&
          compared.map((row) => (
            <line x1={x(from)} y1={y(from)} x2={x(data.places[row]!)} y2={y(data.places[row]!)} />
          ))}
        {data.places.map((place, row) => (
          <circle class={look(row)} cx={x(place)} cy={y(place)} r={4} />
        ))}
        <rect class="walk-asked" x={x(asked) - 5} y={y(asked) - 5} width={10} height={10} />
        {(['wide', 'narrow'] as const).map((room) => {
          const labels = labelsOf(dots, { size: letters[room], width, height })
          return (
            <g class={`walk-${room}`}>
              {data.places.map(({ word }, row) => {
                const at = labels.get(word)
                return (
                  at && (
                    <text class={look(row)} x={at.x} y={at.y}>
                      {word}
                    </text>
                  )
                )
              })}
              <text class="walk-asked" x={labels.get(asking.word)?.x} y={labels.get(asking.word)?.y}>
                {asking.word}
              </text>
            </g>
          )
        })}
      </svg>
    </div>
  )
}

const x = ({ x: across }: Place) => Math.round(width / 2 + across * (width / 2 - 50))
const y = ({ y: down }: Place) => Math.round(height / 2 + down * (height / 2 - 24))
