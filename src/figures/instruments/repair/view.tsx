import { Choice } from '#figures/controls/choice.tsx'
import { bytesText, counted, grouped, percentText } from '#figures/quantity.ts'
import { counts, damages, deepest, memories, type RepairFrame } from './session.ts'

/** What the reader can turn; a frame drawn at build has none of it. */
interface RepairActions {
  readonly onCount: (count: number) => void
  readonly onDamage: (damage: number) => void
  readonly onDepth: (depth: number) => void
  readonly onMemory: (mebibytes: number) => void
}

/** Dials for rows, damage, depth and memory; meters for what's read, built, held, streamed, and equal already. */
export function RepairView({ frame, actions }: { frame: RepairFrame; actions?: RepairActions }) {
  const { id, count, damage, depth, memoryMiB, moved, busy } = frame
  const alive = actions !== undefined
  return (
    <div class="repair-meters">
      <div class="repair-dials">
        <Choice
          id={`${id}-count`}
          label="Rows on each node"
          value={String(count)}
          alive={alive}
          onChange={(value) => actions?.onCount(Number(value))}
          options={counts.map((one) => [String(one), grouped(one)])}
        />
        <Choice
          id={`${id}-damage`}
          label="Missing on B"
          value={String(damage)}
          alive={alive}
          onChange={(value) => actions?.onDamage(Number(value))}
          options={damages.filter((one) => one <= count).map((one) => [String(one), counted(one, 'row')])}
        />
        <div class="field">
          <label for={`${id}-depth`}>
            Depth at most <output>{depth}</output>
          </label>
          <input
            id={`${id}-depth`}
            type="range"
            min="0"
            max={deepest}
            value={depth}
            disabled={!alive}
            onInput={(event) => actions?.onDepth(Number(event.currentTarget.value))}
          />
        </div>
        <Choice
          id={`${id}-memory`}
          label="Memory for trees"
          value={String(memoryMiB)}
          alive={alive}
          onChange={(value) => actions?.onMemory(Number(value))}
          options={memories.map((one) => [String(one), `${grouped(one)} MiB`])}
        />
      </div>
      <dl class="repair-readings">
        <Meter name="Read by the three nodes" value={counted(frame.read, 'row')} />
        <Meter
          name="Trees sent"
          value={`${bytesText(frame.treeBytes)}, depth ${Math.max(...moved.depths)}`}
        />
        <Meter
          name="Memory they take"
          value={`${mebibytesText(frame.heapBytes)} of ${grouped(memoryMiB)} MiB`}
        />
        <Meter name="Streamed in all" value={counted(moved.total, 'row')} />
        <Meter name="Equal already" value={counted(frame.equal, 'row')} />
      </dl>
      <p class="repair-said" role="status">
        {busy === undefined ? repairInWords(frame) : `Hashing ${grouped(count)} keys: ${percentText(busy)}`}
      </p>
      {frame.ratios.length > 0 && <Curve frame={frame} />}
    </div>
  )
}

function Meter({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  )
}

/** The frame in one sentence. */
export function repairInWords(frame: RepairFrame): string {
  const { damage, moved, count } = frame
  const stop = stopText(frame)
  if (damage === 0)
    return `Nothing is missing, so nothing is streamed. The three nodes have read all ${grouped(count)} rows nevertheless.${stop}`
  const ratio = moved.total / damage
  return (
    `${counted(moved.ranges, 'range')} out of sync for each of two pairs. For ${counted(damage, 'missing row')} ` +
    `${grouped(moved.total)} travel: ${ratioText(ratio)} for each.${stop}`
  )
}

/** What the memory for trees keeps from being deeper, if it does. */
function stopText({ isMemoryShort, moved, depth, memoryMiB }: RepairFrame): string {
  if (!isMemoryShort) return ''
  const deep = Math.max(...moved.depths)
  return ` You allow ${depth} levels, but ${grouped(memoryMiB)} MiB is only enough for ${deep}, because each extra level doubles the memory.`
}

/** 3.6 million bytes -> "3.4". */
function mebibytesText(bytes: number): string {
  const mebibytes = bytes / 1_048_576
  return mebibytes >= 10 ? grouped(Math.round(mebibytes)) : mebibytes.toFixed(mebibytes < 0.1 ? 2 : 1)
}

function ratioText(ratio: number): string {
  return ratio >= 10 ? grouped(Math.round(ratio)) : String(Number(ratio.toFixed(1)))
}

const width = 320
const height = 130
const left = 48
const bottom = 24

/** Rows sent for each missing one, by depth; the axis goes up in tens. */
function Curve({ frame: { ratios, depth, moved } }: { frame: RepairFrame }) {
  const most = Math.ceil(Math.log10(Math.max(...ratios)))
  const x = (at: number) => left + (at / deepest) * (width - left - 10)
  const y = (ratio: number) =>
    8 + (1 - Math.log10(Math.max(1, ratio)) / Math.max(1, most)) * (height - bottom - 8)
  const points = ratios.map((ratio, at) => `${x(at).toFixed(1)} ${y(ratio).toFixed(1)}`)
  const got = Math.min(depth, Math.max(...moved.depths))
  return (
    <div class="repair-curve drawing">
      <svg viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
        {Array.from({ length: most + 1 }, (_, tens) => (
          <g key={tens}>
            <path class="repair-grid" d={`M${left} ${y(10 ** tens)}H${width - 10}`} />
            <text x={left - 5} y={y(10 ** tens) + 4} class="repair-tick is-y">
              {grouped(10 ** tens)}
            </text>
          </g>
        ))}
        {[0, 5, 10, 15, 20].map((at) => (
          <text key={at} x={x(at)} y={height - 8} class="repair-tick">
            {at}
          </text>
        ))}
        <path class="repair-line" d={`M${points.join('L')}`} />
        <circle class="repair-here" cx={x(got)} cy={y(ratios[got] ?? 1)} r="4.5" />
      </svg>
      <p>Rows sent for each missing one, by the depth of the trees.</p>
    </div>
  )
}
