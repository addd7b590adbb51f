import type { PlacePointsData, Points } from '#learning/kinds/place-points.ts'
import { spanInWords } from '#outline/points.ts'
import type { FormProps } from './form.ts'

const width = 520
const left = 12
const right = 508
const rowHeight = 46

/** A short history with a point in each operation, moved by a slider; or the box that says that no points do. */
export function PlacePointsFields({ id, data, answer, change, reasons }: FormProps<PlacePointsData, Points>) {
  const { spans } = data
  const isAnswered = reasons !== undefined
  const isNone = answer === 'none'
  const points = answer === undefined || answer === 'none' ? {} : answer
  const at = (span: { id: string; call: number; end: number }) =>
    points[span.id] ?? Math.round((span.call + span.end) / 2)
  const set = (span: string, to: number) =>
    change({ ...Object.fromEntries(spans.map((one) => [one.id, at(one)])), [span]: to })
  const first = Math.min(...spans.map(({ call }) => call))
  const last = Math.max(...spans.map(({ end }) => end))
  const x = (ms: number) => left + ((ms - first) / Math.max(1, last - first)) * (right - left)
  return (
    <div class="place-points">
      <div
        class="run-scroll"
        tabIndex={0}
        role="group"
        aria-label="The history as a picture. It’s described below."
      >
        <svg class="run-picture" viewBox={`0 0 ${width} ${spans.length * rowHeight + 8}`} aria-hidden="true">
          {spans.map((span, index) => (
            <g key={span.id} class="span">
              <text x={x(span.call)} y={index * rowHeight + 16}>
                {spanInWords(span)}
              </text>
              <line
                x1={x(span.call)}
                x2={Math.max(x(span.end), x(span.call) + 4)}
                y1={index * rowHeight + 32}
                y2={index * rowHeight + 32}
              />
              {!isNone && <circle class="point" cx={x(at(span))} cy={index * rowHeight + 32} r="8" />}
            </g>
          ))}
        </svg>
      </div>
      {spans.map((span) => (
        <div class="field" key={span.id} data-span={span.id}>
          <label for={`${id}-${span.id}`}>
            {spanInWords(span)}, {span.call} to {span.end} ms
          </label>
          <span class="row">
            <input
              id={`${id}-${span.id}`}
              type="range"
              min={span.call}
              max={span.end}
              step={1}
              value={at(span)}
              disabled={isAnswered || isNone}
              aria-valuetext={`point at ${at(span)} ms`}
              onInput={({ currentTarget }) => set(span.id, Number(currentTarget.value))}
            />
            <output>{isNone ? '' : `${at(span)} ms`}</output>
          </span>
        </div>
      ))}
      <label class="option" data-option="none">
        <input
          type="checkbox"
          checked={isNone}
          disabled={isAnswered}
          onChange={({ currentTarget }) => change(currentTarget.checked ? 'none' : {})}
        />
        <span>No points explain every answer</span>
      </label>
    </div>
  )
}
