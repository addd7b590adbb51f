import type { Plan } from '#engine/core/types.ts'
import { outlineOfRecording } from '#figures/cluster/run.ts'
import { playBack, type Recording } from '#outline/recording.ts'
import type { Answer, Replay } from '#outline/replay.ts'
import type { PlayedRun } from './run-service.ts'
import { edited, shownBy } from './edit.ts'
import type { BenchService } from './protocol.ts'

interface Options {
  readonly replay: Replay
  /** Which of the cell's runs it is. */
  readonly place: number
  /** The run as the cell shows it. */
  readonly recording: Recording
}

/**
 * The service of a learner's own program. The program stays in the sandbox of its cell: each plan is the cell's text, run
 * there once more with that plan. `first` is the run as the cell shows it.
 */
export function openCellRunService({ replay, place, recording }: Options): {
  readonly service: BenchService
  readonly first: PlayedRun
} {
  /** What was recorded of each plan that came back from the cell. */
  const recorded = new WeakMap<Plan, Recording>()

  function played(one: Recording): PlayedRun {
    recorded.set(one.plan, one)
    return ownRun(one)
  }

  async function play(plan: unknown): Promise<Answer<PlayedRun>> {
    const answer = readPicture(await replay(place, plan as Plan))
    return answer.ok ? { ok: true, value: played(answer.value) } : answer
  }

  const service: BenchService = {
    // The checks know the two databases' reads and writes, and not a learner's own words.
    can: { judge: false },
    play,
    async edit(plan, at, entry, waitMs) {
      const before = recorded.get(plan)
      if (before === undefined) throw new Error('a plan is changed that this cell never played')
      const next = edited(playBack(before), Math.max(0, at), entry, waitMs)
      const answer = await play(next.plan)
      if (!answer.ok) return answer
      const { plan: changed, outline } = answer.value
      const run = playBack(recorded.get(changed)!)
      const added = [...next.plan.ops, ...next.plan.faults].find(({ id }) => id === next.id)
      return {
        ok: true,
        value: {
          played: answer.value,
          shows: 'message' in entry ? at : shownBy(run, outline, next.id),
          editedAtMs: added?.at ?? 0,
        },
      }
    },
  }
  return { service, first: played(recording) }
}

function ownRun(recording: Recording): PlayedRun {
  const { plan } = recording
  return {
    plan,
    outline: outlineOfRecording(recording),
    verdicts: [],
    traits: {
      operations: [...new Set(plan.ops.map((op) => op.do))],
      levels: [],
      help: { operations: {} },
      usual: { write: undefined, read: undefined },
      options: plan.options,
    },
  }
}

/** The recording in a picture that the cell sent. */
function readPicture(answer: Awaited<ReturnType<Replay>>): Answer<Recording> {
  if (!answer.ok) return answer
  const data = answer.value as unknown as { readonly recording?: Recording; readonly say?: string }
  if (data.recording !== undefined) return { ok: true, value: data.recording }
  return { ok: false, message: data.say ?? 'The cell sent no run.' }
}
