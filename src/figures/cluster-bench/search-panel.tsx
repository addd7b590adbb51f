import { useEffect, useReducer, useRef, useState } from 'preact/hooks'
import type { Fault, Plan } from '#engine/core/types.ts'
import { momentText } from '#figures/cluster/moment.ts'
import { grouped } from '#figures/quantity.ts'
import { hunt } from '#figures/search/client.ts'
import { entriesText, heard, type Heard, idle, isOn, type Progress } from '#figures/search/progress.ts'
import { deedText } from '#outline/entry-text.ts'
import { Act } from '#figures/controls/act.tsx'
import { Check, Pick } from '#figures/controls/fields.tsx'
import { questions } from './verdicts.tsx'

interface Props {
  readonly plan: Plan
  /** The check that is broken already, so that it needn't be searched for. */
  readonly broken: readonly string[]
  readonly onFound: (plan: Plan, name: string) => void
}

const checks = Object.keys(questions)

const troubles: readonly (readonly [kinds: readonly Fault['do'][], label: string])[] = [
  [['crash'], 'crashes'],
  [['pause'], 'pauses'],
  [['cut'], 'cut links'],
  [['drop', 'hold', 'duplicate'], 'messages lost, late or twice'],
  [['clock'], 'clocks that are off'],
]

/** What the checks can judge. */
const judged = ['write', 'read', 'delete', 'increment']

type Kinds = ReadonlySet<Fault['do']>

/** Tries the plan under other seeds and with faults of the search's own, and makes what it finds as small as it gets. */
export function SearchPanel({ plan, broken, onFound }: Props) {
  const [check, setCheck] = useState<string>('linearizable')
  const [seeds, setSeeds] = useState(1000)
  const [kinds, setKinds] = useState<Kinds>(
    new Set(['crash', 'pause', 'cut', 'drop', 'hold', 'duplicate'] as const),
  )
  const [progress, hear] = useReducer<Progress, Heard>(heard, idle)
  const stop = useRef<AbortController>()
  useEffect(() => () => stop.current?.abort(), [])
  const asks = plan.ops.some((op) => judged.includes(op.do))

  async function start(): Promise<void> {
    const control = new AbortController()
    stop.current = control
    hear({ type: 'started', seeds })
    const outcome = await hunt(
      { target: { plan }, weather: { kinds: [...kinds], faults: 5 }, check, seeds },
      { signal: control.signal, onProgress: hear },
    )
    hear({ type: 'ended', outcome })
    if (!outcome.ok || outcome.found === undefined) return
    const { smallest, seed } = outcome.found
    onFound(smallest, `breaks ${check}: ${entriesText(smallest)}, found by schedule ${seed}`)
  }

  return (
    <section class="bench-panel bench-search" aria-labelledby="bench-search" data-state={progress.state}>
      <h3 id="bench-search">Search for a failure</h3>
      <p class="soft">
        Your operations and faults stay. Each schedule has its own seed, so message delays and faults differ.
        The first one that breaks the check is then made as small as possible.
      </p>
      <div class="bench-fields">
        <Pick
          label="Break"
          value={check}
          onChange={setCheck}
          options={checks.map((name) => [name, broken.includes(name) ? `${name} (already violated)` : name])}
        />
        <Pick
          label="Try"
          value={String(seeds)}
          onChange={(value) => setSeeds(Number(value))}
          options={[100, 1000, 5000].map((count) => [String(count), `${grouped(count)} schedules`])}
        />
      </div>
      <p class="soft bench-meaning">{questions[check]}</p>
      <Troubles kinds={kinds} onChange={setKinds} />
      <p class="bench-row">
        <Act kind="main" can={!isOn(progress) && asks} onAct={() => void start()}>
          Search
        </Act>
        <Act can={isOn(progress)} onAct={() => stop.current?.abort()}>
          Stop
        </Act>
        {progress.state === 'searching' && (
          <progress
            max={seeds}
            value={progress.count?.tried ?? 0}
            aria-label="Schedules tried"
            class="bench-progress"
          />
        )}
      </p>
      <p role="status">
        {asks ? progress.say : 'Add a write and a read first. Without operations, nothing can break.'}
      </p>
      <Shrinking {...progress} />
    </section>
  )
}

interface TroublesProps {
  readonly kinds: Kinds
  readonly onChange: (kinds: Kinds) => void
}

/** What may go wrong in a schedule. */
function Troubles({ kinds, onChange }: TroublesProps) {
  return (
    <div class="bench-fields" role="group" aria-label="What may go wrong">
      {troubles.map(([own, label]) => (
        <Check
          key={label}
          label={label}
          checked={own.every((kind) => kinds.has(kind))}
          onChange={(isOn) =>
            onChange(new Set([...[...kinds].filter((kind) => !own.includes(kind)), ...(isOn ? own : [])]))
          }
        />
      ))}
    </div>
  )
}

/** The schedule that breaks the check, with what it doesn't need struck out. */
function Shrinking({ entries, struck }: Progress) {
  if (entries.length === 0) return null
  return (
    <ol
      class="bench-entries bench-melting"
      aria-label="The schedule that breaks it, with everything it doesn’t need crossed out"
    >
      {entries.map((entry) => {
        const line = (
          <>
            <span class="bench-entry-time">{momentText(entry.at)}</span> <span>{deedText(entry)}</span>
          </>
        )
        return (
          <li key={entry.id} data-struck={struck.has(entry.id) ? '' : undefined}>
            {struck.has(entry.id) ? <s>{line}</s> : line}
          </li>
        )
      })}
    </ol>
  )
}
