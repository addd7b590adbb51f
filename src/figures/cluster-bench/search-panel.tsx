import { useEffect, useRef, useState } from 'preact/hooks'
import type { Fault, Plan } from '#engine/core/types.ts'
import { momentText } from '#figures/cluster/moment.ts'
import { counted, grouped } from '#figures/quantity.ts'
import { hunt } from '#figures/search/client.ts'
import type { Entry, HuntCount } from '#figures/search/protocol.ts'
import { Act } from './act.tsx'
import { Check, Pick } from './fields.tsx'
import { questions } from './verdicts.tsx'
import { entryInWords } from './words.ts'

interface Props {
  readonly plan: Plan
  /** The check that is broken already, so that it need not be searched for. */
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

/** How far it has come. `melting` is the plan that won, with what was struck from it since. */
interface Progress {
  readonly state: 'idle' | 'searching' | 'shrinking' | 'found' | 'nothing' | 'stopped' | 'failed'
  readonly count?: HuntCount
  readonly entries: readonly Entry[]
  readonly struck: ReadonlySet<string>
  readonly say: string
}

const idle: Progress = { state: 'idle', entries: [], struck: new Set(), say: '' }

/** Tries the plan under other seeds and with faults of the search's own, and makes what it finds as small as it gets. */
export function SearchPanel({ plan, broken, onFound }: Props) {
  const [check, setCheck] = useState<string>('linearizable')
  const [seeds, setSeeds] = useState(1000)
  const [kinds, setKinds] = useState<ReadonlySet<Fault['do']>>(
    new Set(['crash', 'pause', 'cut', 'drop', 'hold', 'duplicate']),
  )
  const [progress, setProgress] = useState<Progress>(idle)
  const stop = useRef<AbortController>()
  useEffect(() => () => stop.current?.abort(), [])
  const isOn = progress.state === 'searching' || progress.state === 'shrinking'
  const asks = plan.ops.some((op) => judged.includes(op.do))

  async function start(): Promise<void> {
    const control = new AbortController()
    stop.current = control
    setProgress({ ...idle, state: 'searching', say: `0 of ${grouped(seeds)} schedules tried.` })
    const outcome = await hunt(
      { target: { plan }, weather: { kinds: [...kinds], faults: 5 }, check, seeds },
      {
        signal: control.signal,
        onTelling: (telling) =>
          setProgress((before): Progress => {
            if (telling.type === 'tried') {
              const say = `${grouped(telling.tried)} of ${grouped(seeds)} schedules tried.`
              return before.state === 'searching' ? { ...before, count: telling, say } : before
            }
            if (telling.type === 'found') {
              const entries = inOrder(telling.plan)
              const say = `Schedule ${telling.seed} breaks it. Removing what it doesn’t need: ${counted(entries.length, 'entry', 'entries')}.`
              return { ...before, state: 'shrinking', entries, struck: new Set(), say }
            }
            const struck = new Set([...before.struck, ...telling.struck.map(({ id }) => id)])
            const left = telling.plan.ops.length + telling.plan.faults.length
            return {
              ...before,
              struck,
              say: `${counted(left, 'entry', 'entries')} left of ${before.entries.length}, ${counted(telling.runs, 'run')}.`,
            }
          }),
      },
    )
    if (!outcome.ok) {
      const state = outcome.reason === 'cancelled' ? 'stopped' : 'failed'
      return setProgress((before) => ({ ...before, state, say: outcome.why }))
    }
    const { found, count } = outcome
    if (found === undefined) {
      return setProgress({
        ...idle,
        state: 'nothing',
        count,
        say: `None of ${grouped(count.tried)} schedules broke it. That’s no proof, because others might.`,
      })
    }
    const left = found.smallest.ops.length + found.smallest.faults.length
    const of = found.before.ops.length + found.before.faults.length
    setProgress((before) => ({
      ...before,
      state: 'found',
      say: `Schedule ${found.seed} breaks it, and ${counted(left, 'entry', 'entries')} of its ${of} are enough. It’s open as a new run.`,
    }))
    onFound(
      found.smallest,
      `breaks ${check}: ${counted(left, 'entry', 'entries')}, found by schedule ${found.seed}`,
    )
  }

  return (
    <section class="bench-panel bench-search" aria-labelledby="bench-search" data-state={progress.state}>
      <h3 id="bench-search">Search for a failure</h3>
      <p class="soft">
        Your operations and faults stay. Each schedule has its own seed, so messages take other times, and
        other faults come and go. The first one that breaks the check is then made as small as possible.
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
      <div class="bench-fields" role="group" aria-label="What may go wrong">
        {troubles.map(([own, label]) => (
          <Check
            key={label}
            label={label}
            checked={own.every((kind) => kinds.has(kind))}
            onChange={(isOn) =>
              setKinds((before) => {
                const after = new Set(before)
                for (const kind of own) {
                  if (isOn) after.add(kind)
                  else after.delete(kind)
                }
                return after
              })
            }
          />
        ))}
      </div>
      <p class="bench-row">
        <Act kind="main" can={!isOn && asks} onAct={() => void start()}>
          Search
        </Act>
        <Act can={isOn} onAct={() => stop.current?.abort()}>
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
      {progress.entries.length > 0 && (
        <ol
          class="bench-entries bench-melting"
          aria-label="The schedule that breaks it, with everything it doesn’t need crossed out"
        >
          {progress.entries.map((entry) => {
            const isStruck = progress.struck.has(entry.id)
            const line = (
              <>
                <span class="bench-entry-time">{momentText(entry.at)}</span>{' '}
                <span>{entryInWords(entry)}</span>
              </>
            )
            return (
              <li key={entry.id} data-struck={isStruck ? '' : undefined}>
                {isStruck ? <s>{line}</s> : line}
              </li>
            )
          })}
        </ol>
      )}
    </section>
  )
}

function inOrder({ ops, faults }: Plan): readonly Entry[] {
  return [...faults, ...ops].sort((one, other) => one.at - other.at)
}
