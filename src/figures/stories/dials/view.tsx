import { PlotView, type PlotData } from '#figures/plot/view.tsx'
import { grouped } from '#figures/quantity.ts'
import {
  dialsOf,
  dialValues,
  indexOf,
  nearestCount,
  pointOf,
  type Dial,
  type DialsData,
  type Method,
  type Setting,
} from './data.ts'

/** Everything that the figure shows at one moment. */
export interface DialsFrame {
  readonly id: string
  readonly data: DialsData
  readonly method: Method
  readonly setting: Setting
}

/** What the reader can do; a frame drawn at build has none of it. */
export interface DialsActions {
  readonly onMethod: (method: Method) => void
  readonly onDial: (dial: Dial, value: number) => void
}

const methodNames = { hnsw: 'HNSW: walk along links', ivf: 'IVF: read some lists' } as const
const dialNames = {
  lists: 'lists',
  probes: 'lists read',
  m: 'M, links a row keeps',
  efConstruction: 'efConstruction',
  ef: 'ef',
} as const

/** Recall against work as the dials turn: what an index costs to build, and what each search finds for its price. */
export function DialsView({ frame, actions }: { frame: DialsFrame; actions?: DialsActions }) {
  return (
    <div class="dials">
      <Ways frame={frame} actions={actions} />
      <p class="dials-said" aria-live="polite">
        {said(frame)}
      </p>
      <PlotView data={plotOf(frame)} />
    </div>
  )
}

function Ways({
  frame: { method, setting },
  actions,
}: {
  readonly frame: DialsFrame
  readonly actions: DialsActions | undefined
}) {
  const off = actions === undefined
  return (
    <div class="dials-ways">
      <label>
        Index{' '}
        <select
          value={method}
          disabled={off}
          onChange={(event) => actions?.onMethod(event.currentTarget.value as Method)}
        >
          {Object.entries(methodNames).map(([value, name]) => (
            <option value={value}>{name}</option>
          ))}
        </select>
      </label>
      {dialsOf[method].map((dial) => (
        <label key={dial}>
          {dialNames[dial]}{' '}
          <select
            value={String(setting[dial])}
            disabled={off}
            onChange={(event) => actions?.onDial(dial, Number(event.currentTarget.value))}
          >
            {dialValues[dial].map((value) => (
              <option value={String(value)}>{value}</option>
            ))}
          </select>
        </label>
      ))}
    </div>
  )
}

/** What the chosen setting found and cost, in words. */
export function said({ data, method, setting }: DialsFrame): string {
  const index = indexOf(data, method, setting)
  const { recall, compared } = pointOf(index, setting)
  return (
    `Finds ${(recall * nearestCount).toFixed(1)} of the true ${nearestCount} on average, comparing ${grouped(Math.round(compared))} of ` +
    `${grouped(data.rows)} rows${method === 'ivf' ? ', centres included' : ''}. Building the index took ` +
    `${grouped(Math.round(index.buildCompared))} comparisons for each row.`
  )
}

/** The curve of the chosen index, those of the others at their first settings left out, and the chosen point. */
export function plotOf({ data, method, setting }: DialsFrame): PlotData {
  const chosen = { ivf: indexOf(data, 'ivf', setting), hnsw: indexOf(data, 'hnsw', setting) }
  const line = (name: string, of: Method) => ({
    name,
    points: chosen[of].points.map(({ compared, recall }) => [Math.round(compared), recall] as const),
  })
  const { compared, recall } = pointOf(chosen[method], setting)
  return {
    x: 'rows compared',
    y: `recall@${nearestCount}`,
    lines: [
      line(`HNSW, M ${setting.m}, efConstruction ${setting.efConstruction}`, 'hnsw'),
      line(`IVF, ${setting.lists} lists`, 'ivf'),
      { name: 'your setting', points: [[Math.round(compared), recall]] },
    ],
  }
}
