import { useEffect, useMemo, useRef } from 'preact/hooks'
import type { Fault, Op, Plan } from '#engine'
import type { Recording } from '#outline/recording.ts'
import type { Replay } from '#outline/replay.ts'
import { planChanged, type PlanChange } from './plan-changed.ts'
import { openCellRunService } from './cell-run-service.ts'
import { BenchFrame } from './frame.tsx'
import { usePanels } from './panels.tsx'
import { entriesCode } from './plan-code.ts'
import { present } from './session.ts'
import { useBench } from './use-bench.ts'

interface Props {
  readonly id: string
  readonly recording: Recording
  /** Which of the cell's runs it is. */
  readonly place: number
  readonly replay: Replay
}

/**
 * The bench for a program of one's own. The program stays in the sandbox of its cell: each change is the cell's text, run
 * there once more with the changed plan.
 */
export function OwnBench({ id, recording, place, replay }: Props) {
  const { service, first } = useMemo(() => openCellRunService({ replay, place, recording }), [])
  const bench = useBench(service, { first: { played: first, name: 'as the cell shows it' } })
  const { branches, entries } = usePanels(bench)
  const root = useRef<HTMLDivElement>(null)
  const { plan } = present(bench.session)!.played
  const told = useRef(recording.plan)

  // The cell's own link carries what's shown, where it isn't what the code gives.
  useEffect(() => {
    if (plan === told.current) return
    told.current = plan
    const detail: PlanChange = { place, plan }
    root.current?.dispatchEvent(new CustomEvent(planChanged, { bubbles: true, detail }))
  }, [plan])

  return (
    <BenchFrame
      id={id}
      bench={bench}
      tool="node"
      root={{ ref: root, class: 'bench-root own-bench', role: 'group', 'aria-label': 'Change this run' }}
      title={
        <p class="bench-own-says">
          The program stays in this cell’s sandbox. Each change runs the cell’s code there once more with the
          changed plan, and leaves the code itself alone.
        </p>
      }
      above={
        <p class={bench.notice === undefined ? 'visually-hidden' : 'bench-notice trouble'} role="status">
          {bench.isBusy ? 'Running…' : bench.notice?.text}
        </p>
      }
      side={
        <>
          <OwnCode id={id} added={addedEntries(plan, recording.plan)} />
          {branches}
        </>
      }
      below={entries}
    />
  )
}

interface OwnCodeProps {
  readonly id: string
  readonly added: readonly (Op | Fault)[]
}

/** What the reader has added to the plan, as the lines that add it. */
function OwnCode({ id, added }: OwnCodeProps) {
  return (
    <section class="bench-panel" aria-labelledby={`${id}-code`}>
      <h3 id={`${id}-code`}>Your changes as code</h3>
      {added.length === 0 ? (
        <p class="soft">No changes yet. Whatever you do above appears here as code.</p>
      ) : (
        <>
          <pre tabIndex={0} aria-label="Your changes as code" class="bench-source">
            {entriesCode(added)}
          </pre>
          <p class="soft">To keep these changes, put the lines at the end of the plan in your code.</p>
        </>
      )}
      <p class="soft">
        There are no verdicts and no search here, because the checks know the two databases’ reads and writes,
        not your program’s own words. The link under “Share”, below the code’s output, carries the code and
        these changes.
      </p>
    </section>
  )
}

function addedEntries(plan: Plan, before: Plan): readonly (Op | Fault)[] {
  const known = new Set([...before.ops, ...before.faults].map((entry) => entry.id))
  return [...plan.faults, ...plan.ops]
    .filter((entry) => !known.has(entry.id))
    .sort((one, other) => one.at - other.at)
}
