import { bytesText, durationText } from '#figures/quantity.ts'
import { billOf } from './bill.ts'

/** Where the dials stand: each an index into the choices of that dial. */
export interface BillChoice {
  readonly data: number
  readonly read: number
  readonly stream: number
  readonly differing: number
}

const gigabytes = [10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000]
const readRates = [16, 32, 64, 128, 256, 512]
const streamRates = [8, 24, 48, 96, 192]
const shares = [0, 0.0001, 0.001, 0.01, 0.05, 0.1, 0.5, 1]
/** Cassandra's cap: the largest tree there is. */
const depth = 20

/** As shipped, for a terabyte of which a thousandth differs. */
export const firstChoice: BillChoice = { data: 6, read: 2, stream: 1, differing: 2 }

interface Props {
  readonly id: string
  readonly choice: BillChoice
  readonly onChange?: (change: Partial<BillChoice>) => void
}

/** What a full repair costs one node: reading, trees, and what's streamed, as times. */
export function BillView({ id, choice, onChange }: Props) {
  const settings = {
    dataBytes: gigabytes[choice.data]! * 1e9,
    readMebibytes: readRates[choice.read]!,
    streamMebibytes: streamRates[choice.stream]!,
    differing: shares[choice.differing]!,
    depth,
  }
  const bill = billOf(settings)
  const rows = [
    { name: 'Read all rows', bytes: bill.readBytes, ms: bill.readMs },
    { name: 'Send one tree', bytes: bill.treeBytes, ms: bill.treeMs },
    { name: 'Stream what differs', bytes: bill.streamBytes, ms: bill.streamMs },
  ]
  const longest = Math.max(...rows.map(({ ms }) => ms))
  const dial = (name: keyof BillChoice, label: string, text: string, most: number) => (
    <div class="field">
      <label for={`${id}-${name}`}>
        {label} <output>{text}</output>
      </label>
      <input
        id={`${id}-${name}`}
        type="range"
        min="0"
        max={most}
        step="1"
        value={choice[name]}
        aria-valuetext={text}
        disabled={onChange === undefined}
        onInput={(event) => onChange?.({ [name]: Number(event.currentTarget.value) })}
      />
    </div>
  )
  return (
    <div class="bill">
      <div class="bill-dials">
        {dial('data', 'Data on the node', bytesText(settings.dataBytes), gigabytes.length - 1)}
        {dial('read', 'Reading at', `${settings.readMebibytes} MiB/s`, readRates.length - 1)}
        {dial('stream', 'Streaming at', `${settings.streamMebibytes} MiB/s`, streamRates.length - 1)}
        {dial('differing', 'In differing ranges', percentText(settings.differing), shares.length - 1)}
      </div>
      <ul class="bill-rows" aria-live="polite">
        {rows.map(({ name, bytes, ms }) => (
          <li key={name} data-row={name.split(' ')[0]!.toLowerCase()}>
            <span>{name}</span>
            <svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
              <rect
                class="bill-bar"
                width={longest === 0 ? 0 : Math.max(0.4, (ms / longest) * 100)}
                height="8"
              />
            </svg>
            <span class="bill-bytes">{bytesText(Math.round(bytes))}</span>
            <b>{durationText(ms)}</b>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** 0.001 -> "0.1%". */
function percentText(share: number): string {
  return `${Number((share * 100).toPrecision(3))}%`
}
