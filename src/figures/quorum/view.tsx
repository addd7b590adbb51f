import { Choice } from '#figures/controls/choice.tsx'
import { counted, durationText } from '#figures/quantity.ts'
import { Matrix } from './matrix.tsx'
import {
  chanceUp,
  downMsAYear,
  letters,
  levelNames,
  type LevelName,
  type Meeting,
  meetingsOf,
  needOf,
  percentText,
} from './quorum.ts'

/** What the reader has set. */
export interface QuorumSetting {
  readonly copies: number
  readonly write: LevelName
  readonly read: LevelName
  /** How much of the time one node is up, in millionths. */
  readonly millionths: number
  /** The nodes that are down now. Only the playground switches them. */
  readonly down: readonly string[]
}

export const availabilities = [900_000, 950_000, 990_000, 995_000, 999_000, 999_900] as const

interface Props {
  readonly id: string
  readonly setting: QuorumSetting
  /** All controls: single nodes down, and how reliable a node is. */
  readonly full: boolean
  readonly onChange?: (setting: QuorumSetting) => void
}

/** N, W and R: which sets of copies must meet, which failures they survive, how much of the time they answer. */
export function QuorumView({ id, setting, full, onChange }: Props) {
  const { copies } = setting
  const [write, read] = [needOf(setting.write, copies) ?? copies, needOf(setting.read, copies) ?? copies]
  const meeting = meetingsOf(copies, write, read)
  const alive = onChange !== undefined
  const set = (change: Partial<QuorumSetting>) => onChange?.(settled({ ...setting, ...change }))
  return (
    <div class="quorum">
      <div class="quorum-controls">
        <Choice
          id={`${id}-copies`}
          label="Copies (N)"
          value={String(copies)}
          alive={alive}
          options={[1, 2, 3, 4, 5, 6].map((count) => [String(count), String(count)])}
          onChange={(value) => set({ copies: Number(value) })}
        />
        <Choice
          id={`${id}-write`}
          label="A write waits for (W)"
          value={setting.write}
          alive={alive}
          options={levelOptions(copies)}
          onChange={(value) => set({ write: value as LevelName })}
        />
        <Choice
          id={`${id}-read`}
          label="A read waits for (R)"
          value={setting.read}
          alive={alive}
          options={levelOptions(copies)}
          onChange={(value) => set({ read: value as LevelName })}
        />
        {full && (
          <Choice
            id={`${id}-up`}
            label="One node is up"
            value={String(setting.millionths)}
            alive={alive}
            options={availabilities.map((part) => [
              String(part),
              `${percentText({ over: BigInt(part), under: 1_000_000n })} of the time`,
            ])}
            onChange={(value) => set({ millionths: Number(value) })}
          />
        )}
      </div>
      <p class="quorum-said" role="status">
        {meetingInWords(write, read, meeting)}
      </p>
      <div class="quorum-stage">
        <Sets
          setting={setting}
          meeting={meeting}
          full={full}
          alive={alive}
          onDown={(down) => set({ down })}
        />
        <Matrix meeting={meeting} />
      </div>
      {full && setting.down.length > 0 && <p class="quorum-now">{nowInWords(setting, write, read)}</p>}
      <Survival setting={setting} write={write} read={read} />
    </div>
  )
}

/** A level that the new number of copies doesn't reach becomes ALL; nodes that are gone can't be down. */
function settled(setting: QuorumSetting): QuorumSetting {
  const fit = (level: LevelName) => (needOf(level, setting.copies) === undefined ? 'ALL' : level)
  const there = letters.slice(0, setting.copies) as readonly string[]
  return {
    ...setting,
    write: fit(setting.write),
    read: fit(setting.read),
    down: setting.down.filter((node) => there.includes(node)),
  }
}

function levelOptions(copies: number): readonly (readonly [string, string])[] {
  return levelNames.flatMap((level) => {
    const need = needOf(level, copies)
    return need === undefined ? [] : [[level, `${level}: ${need} of ${copies}`] as const]
  })
}

function meetingInWords(write: number, read: number, { worst, apart, pairs }: Meeting): string {
  const sum = `W + R = ${write + read}.`
  if (apart > 0) {
    return (
      `${sum} ${apart} of ${counted(pairs, 'pair')} don’t overlap. ` +
      `If ${list(worst.write)} acknowledged the write and ${list(worst.read)} ${worst.read.length === 1 ? 'answers' : 'answer'} the read, the read misses the write.`
    )
  }
  return (
    `${sum} Every read set shares at least ${worst.shared === 1 ? 'one replica' : `${worst.shared} replicas`} ` +
    `with every write set, in all ${counted(pairs, 'pair')}.`
  )
}

/** "A", "A and B", "A, B and C" */
function list(nodes: readonly string[]): string {
  return nodes.length < 2 ? nodes.join('') : `${nodes.slice(0, -1).join(', ')} and ${nodes.at(-1)}`
}

function Sets({
  setting: { copies, down },
  meeting: { worst },
  full,
  alive,
  onDown,
}: {
  readonly setting: QuorumSetting
  readonly meeting: Meeting
  readonly full: boolean
  readonly alive: boolean
  readonly onDown: (down: readonly string[]) => void
}) {
  const nodes = letters.slice(0, copies)
  const row = (name: string, sign: string, set: readonly string[]) => (
    <tr>
      <th scope="row">{name}</th>
      {nodes.map((node) => (
        <td
          key={node}
          class={`node-${node}`}
          data-in={set.includes(node)}
          data-both={worst.write.includes(node) && worst.read.includes(node)}
        >
          {set.includes(node) ? sign : <span class="visually-hidden">not</span>}
        </td>
      ))}
    </tr>
  )
  return (
    <div class="table" tabIndex={0} role="group" aria-label="The two sets that overlap least">
      <table class="quorum-sets">
        <caption>The two sets that overlap least</caption>
        <thead>
          <tr>
            <td />
            {nodes.map((node) => (
              <th key={node} scope="col">
                <span class={`node node-${node}`}>{node}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {row('write', 'acknowledged', worst.write)}
          {row('read', 'answers', worst.read)}
          {full && (
            <tr>
              <th scope="row">now</th>
              {nodes.map((node) => (
                <td key={node}>
                  <button
                    type="button"
                    class="button"
                    aria-label={`${node} is ${down.includes(node) ? 'down' : 'up'}`}
                    disabled={!alive}
                    onClick={() =>
                      onDown(down.includes(node) ? down.filter((one) => one !== node) : [...down, node])
                    }
                  >
                    {down.includes(node) ? 'down' : 'up'}
                  </button>
                </td>
              ))}
            </tr>
          )}
        </tbody>
      </table>
    </div>
  )
}

function nowInWords({ copies, down }: QuorumSetting, write: number, read: number): string {
  const up = copies - down.length
  const can = (need: number) =>
    up >= need ? 'still work' : `are refused: ${need} are needed and ${up} ${up === 1 ? 'is' : 'are'} up`
  return `With ${list(down.toSorted())} down, writes ${can(write)}; reads ${can(read)}.`
}

/** What each of the two numbers costs and buys. */
function Survival({
  setting: { copies, millionths },
  write,
  read,
}: {
  readonly setting: QuorumSetting
  readonly write: number
  readonly read: number
}) {
  const one = percentText({ over: BigInt(millionths), under: 1_000_000n })
  const row = (name: string, need: number) => {
    const chance = chanceUp(copies, need, millionths)
    return (
      <tr data-need={name}>
        <th scope="row">{name}</th>
        <td>
          {need} of {copies}
        </td>
        <td>{copies - need}</td>
        <td>{percentText(chance)}</td>
        <td>{durationText(downMsAYear(chance))}</td>
      </tr>
    )
  }
  return (
    <div class="table quorum-survival">
      <table>
        <caption>Each node is up {one} of the time, independently of the others</caption>
        <thead>
          <tr>
            <th scope="col">request</th>
            <th scope="col">needs</th>
            <th scope="col">may be down</th>
            <th scope="col">available</th>
            <th scope="col">downtime per year</th>
          </tr>
        </thead>
        <tbody>
          {row('write', write)}
          {row('read', read)}
        </tbody>
      </table>
    </div>
  )
}
