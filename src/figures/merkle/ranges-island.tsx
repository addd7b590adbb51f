import { useMemo } from 'preact/hooks'
import { LinkControls } from '#figures/link/controls.tsx'
import { Race } from '#figures/link/race.tsx'
import { useHydrated } from '#figures/hydrated.ts'
import { counted, grouped } from '#figures/quantity.ts'
import { Choice } from '#figures/controls/choice.tsx'
import { openRanges, type RangesOptions, type RangesSession } from './ranges-session.ts'
import { MerkleView } from './view.tsx'

/** Deeper trees are built at once in more than a frame's time. */
const deepestRanges = 12

interface Props extends RangesOptions {
  readonly full: boolean
}

/** Two of Cassandra's trees over token ranges: the depth is chosen, whole leaf ranges travel. */
export default function RangesIsland({ full, ...options }: Props) {
  const session = useMemo(() => openRanges(options), [])
  const alive = useHydrated()
  const { id } = options
  return (
    <MerkleView
      frame={session.frame.value}
      onStep={alive ? (step) => (session.asked.value = step) : undefined}
    >
      <Crate session={session} />
      <div class="merkle-depth">
        <label for={`${id}-depth`}>
          Depth <output>{session.depth.value}</output>, {counted(2 ** session.depth.value, 'leaf', 'leaves')}
        </label>
        <input
          id={`${id}-depth`}
          type="range"
          min="0"
          max={deepestRanges}
          value={session.depth.value}
          disabled={!alive}
          onInput={(event) => {
            session.depth.value = Number(event.currentTarget.value)
            session.asked.value = 0
          }}
        />
      </div>
      <details class="fold merkle-more" open={full}>
        <summary>More controls: partitions, differences, link</summary>
        <div class="merkle-settings">
          <Choice
            id={`${id}-partitions`}
            label="Partitions"
            value={String(session.count.value)}
            alive={alive}
            onChange={(value) => void session.fill(Number(value), session.missing.value)}
            options={[16, 64, 256, 1_024, 4_096].map((count) => [String(count), grouped(count)])}
          />
          <Choice
            id={`${id}-missing`}
            label="B is missing"
            value={String(session.missing.value)}
            alive={alive}
            onChange={(value) => void session.fill(session.count.value, Number(value))}
            options={[0, 1, 2, 4, 8, 16].map((count) => [String(count), counted(count, 'partition')])}
          />
        </div>
        {session.done.value && <Race exchanges={session.exchanges.value} link={session.link.value} />}
        <LinkControls id={id} link={session.link.value} onChange={(link) => (session.link.value = link)} />
      </details>
    </MerkleView>
  )
}

/** What travels, one mark a partition: filled for one that B is missing, hollow for one that it had already. */
function Crate({ session }: { session: RangesSession }) {
  if (!session.done.value || session.travelling.value.length === 0) return null
  const marks = session.travelling.value
  const shown = marks.slice(0, 600)
  const perRow = 40
  const rows = Math.ceil(shown.length / perRow)
  return (
    <div class="merkle-crate">
      <svg viewBox={`0 0 ${perRow * 10} ${rows * 10}`} aria-hidden="true" data-travelling={marks.length}>
        {shown.map(({ key, values }, index) => (
          <rect
            key={key}
            class={values[0] === values[1] ? 'crate-had' : 'crate-lacked'}
            x={(index % perRow) * 10 + 1.5}
            y={Math.floor(index / perRow) * 10 + 1.5}
            width="7"
            height="7"
            rx="1"
          />
        ))}
      </svg>
      <p>
        What A sends B: filled for what B was missing, hollow for what it had already
        {marks.length > shown.length && ` (the first ${grouped(shown.length)})`}.
      </p>
    </div>
  )
}
