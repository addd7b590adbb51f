import { Choice } from '#figures/controls/choice.tsx'
import { counted, listed, percentText } from '#figures/quantity.ts'
import { arcPath, centre, pointAt, radius, size } from './circle.ts'
import { placed, type Placed, type RingChoice } from './placed.ts'

interface Props {
  readonly id: string
  readonly choice: RingChoice
  readonly onChange?: (change: Partial<RingChoice>) => void
}

/** Tokens, ranges and replicas on a ring: type a key and see who stores it; let a node join and see what moves. */
export function RingView({ id, choice, onChange }: Props) {
  const ring = placed(choice)
  return (
    <div class="ring">
      <RingDials id={id} choice={choice} onChange={onChange} />
      <div class="ring-stage">
        <Circle ring={ring} />
        <div class="ring-words">
          <p role="status">{keyInWords(choice, ring)}</p>
          {ring.moved !== undefined && <p>{movedInWords(ring)}</p>}
          <Shares ring={ring} layout={choice.layout} />
        </div>
      </div>
    </div>
  )
}

function RingDials({
  id,
  choice,
  onChange,
}: {
  id: string
  choice: RingChoice
  onChange: Props['onChange']
}) {
  const alive = onChange !== undefined
  const isOne = choice.layout === 'one'
  return (
    <div class="ring-dials">
      <div class="field">
        <label for={`${id}-key`}>Key</label>
        <input
          id={`${id}-key`}
          type="text"
          maxLength={60}
          value={choice.key}
          disabled={!alive}
          onInput={(event) => onChange?.({ key: event.currentTarget.value })}
        />
      </div>
      <Choice
        id={`${id}-layout`}
        label="Nodes"
        value={isOne ? String(choice.nodes) : 'two'}
        alive={alive}
        onChange={(value) =>
          onChange?.(
            value === 'two'
              ? { layout: 'two', joined: false }
              : { layout: 'one', nodes: Number(value), joined: false },
          )
        }
        options={[
          ['3', '3, one datacentre'],
          ['4', '4, one datacentre'],
          ['5', '5, one datacentre'],
          ['two', '6, two datacentres'],
        ]}
      />
      <Choice
        id={`${id}-tokens`}
        label="Tokens a node"
        value={String(choice.tokens)}
        alive={alive}
        onChange={(value) => onChange?.({ tokens: Number(value) })}
        options={['1', '4', '16'].map((count) => [count, count])}
      />
      <Choice
        id={`${id}-replicas`}
        label={isOne ? 'Replicas' : 'Replicas in each'}
        value={String(isOne ? choice.replicas : Math.min(2, choice.replicas))}
        alive={alive}
        onChange={(value) => onChange?.({ replicas: Number(value) })}
        options={(isOne ? ['1', '2', '3'] : ['1', '2']).map((count) => [count, count])}
      />
      <button
        type="button"
        class="button"
        disabled={!alive || !isOne}
        aria-pressed={choice.joined}
        onClick={() => onChange?.({ joined: !choice.joined })}
      >
        {choice.joined ? 'Take it out again' : 'Let a node join'}
      </button>
    </div>
  )
}

function Circle({ ring }: { ring: Placed }) {
  const { key } = ring
  const [keyX, keyY] = pointAt(key.at, radius + 16)
  return (
    <div class="drawing">
      <svg class="ring-circle" viewBox={`0 0 ${size} ${size}`} aria-hidden="true">
        {ring.ranges.map((one) => (
          <path
            key={String(one.range.right)}
            class={`ring-range node-${one.replicas[0]}`}
            data-holds-key={one.range.right === key.range.range.right ? '' : undefined}
            d={arcPath(one)}
          />
        ))}
        {ring.ranges.map((one) => {
          const [x, y] = pointAt(one.start + one.share, radius)
          return (
            <circle
              key={String(one.range.right)}
              class={`ring-token node-${one.replicas[0]}`}
              cx={x}
              cy={y}
              r="4"
            />
          )
        })}
        {ring.ranges.length <= 8 &&
          ring.ranges.map((one) => {
            const [x, y] = pointAt(one.start + one.share, radius - 20)
            return (
              <text key={String(one.range.right)} x={x} y={y}>
                {one.replicas[0]}
              </text>
            )
          })}
        <path class="ring-key" d={`M${centre} ${centre}L${keyX} ${keyY}`} />
        <circle class="ring-key-dot" cx={keyX} cy={keyY} r="5" />
      </svg>
    </div>
  )
}

function Shares({ ring, layout }: { ring: Placed; layout: RingChoice['layout'] }) {
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">Node</th>
          {layout === 'two' && <th scope="col">Where</th>}
          <th scope="col">First replica of</th>
          <th scope="col">Stores</th>
        </tr>
      </thead>
      <tbody>
        {ring.nodes.map(({ id, datacentre, rack, primary, stored }) => (
          <tr key={id}>
            <th scope="row">
              <span class={`node node-${id}`}>{id}</span>
            </th>
            {layout === 'two' && (
              <td>
                {datacentre}, {rack}
              </td>
            )}
            <td>{percentText(primary)}</td>
            <td>{percentText(stored)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** The key's token and who stores it, in words. */
function keyInWords({ key, layout }: RingChoice, ring: Placed): string {
  const { token, range } = ring.key
  const name = key === '' ? 'The empty key' : `“${key}”`
  const where = (id: string) => {
    const node = ring.nodes.find((one) => one.id === id)!
    return layout === 'two' ? `${id} (${node.datacentre}, ${node.rack})` : id
  }
  return (
    `${name} has token ${token}. It lies in one of ${counted(ring.ranges.length, 'range')}, which ` +
    `${listed(range.replicas.map(where))} ${range.replicas.length === 1 ? 'stores' : 'store'}.`
  )
}

/** What the newcomer took over, in words. */
function movedInWords({ moved }: Placed): string {
  if (moved === undefined) return ''
  const from = moved.from.map(({ id, share }) => `${id} gives up ${percentText(share)}`)
  return `${moved.id} has joined and stores ${percentText(moved.taken)} of the ring. ${from.length === 0 ? 'Nobody gives anything up.' : `${listed(from)}; everything else stays where it was.`}`
}
