import { useState } from 'preact/hooks'
import { useHydrated } from '#figures/hydrated.ts'
import { judgePoints, spanInWords, type Span } from '#outline/points.ts'
import { HistoryDrawing } from './drawing.tsx'

interface HistoryOf {
  readonly name: string
  readonly spans: readonly Span[]
  /** Whether there are points that explain every answer. */
  readonly isLinearizable: boolean
}

/** Place one point in each operation, so that the points alone explain every answer. */
export default function HistoryIsland(props: {
  readonly id: string
  readonly histories: readonly HistoryOf[]
}) {
  const { id, histories } = props
  const [which, setWhich] = useState(0)
  const [points, setPoints] = useState<{ readonly [id: string]: number }>({})
  const [asked, setAsked] = useState(false)
  const hydrated = useHydrated()
  const { name, spans, isLinearizable } = histories[which]!
  const placed = Object.fromEntries(
    spans.map((span) => [span.id, points[span.id] ?? Math.round((span.call + span.end) / 2)]),
  )
  const verdict = judgePoints(spans, placed)
  return (
    <div class="two-databases">
      <fieldset>
        <legend>Whose history?</legend>
        {histories.map((one, index) => (
          <label key={one.name}>
            <input
              type="radio"
              name={`${id}-of`}
              checked={index === which}
              disabled={!hydrated}
              onChange={() => (setWhich(index), setPoints({}), setAsked(false))}
            />
            {one.name}
          </label>
        ))}
      </fieldset>
      <p>
        Each line is one operation, from its call to its answer; the drawing shows their order, but not the
        gaps between them. Move the points: from left to right, every read has to return what was written last
        before it.
      </p>
      <HistoryDrawing spans={spans} points={placed} wrong={verdict.ok ? undefined : verdict.read.id} />
      {spans.map((span) => (
        <label key={span.id} for={`${id}-${span.id}`}>
          {spanInWords(span)}, {span.call} to {span.end} ms
          <input
            id={`${id}-${span.id}`}
            type="range"
            min={span.call}
            max={span.end}
            step={1}
            value={placed[span.id]}
            disabled={!hydrated}
            aria-valuetext={`point at ${placed[span.id]} ms`}
            onInput={(event) => setPoints({ ...points, [span.id]: Number(event.currentTarget.value) })}
          />
          <output>{placed[span.id]} ms</output>
        </label>
      ))}
      <p role="status">
        {verdict.ok
          ? `These points explain every answer: this history of ${name} is linearizable.`
          : `Not yet: at ${placed[verdict.read.id]} ms, the ${verdict.read.client} should have read ${verdict.expected ?? 'nothing'}, and was told ${verdict.read.value ?? 'nothing'}.`}
      </p>
      <p>
        <button type="button" class="button" disabled={!hydrated} onClick={() => setAsked(true)}>
          Is there a solution?
        </button>{' '}
        <span role="status">
          {asked &&
            (isLinearizable
              ? 'Yes, there is one.'
              : 'No. Every possible order was tried, and none explains all answers.')}
        </span>
      </p>
    </div>
  )
}
