import { useReducer, useRef, useState } from 'preact/hooks'
import type { Edit, Fault, Op, Plan } from '#engine'
import { deedText } from '#outline/entry-text.ts'
import type { PlayedRun } from './run-service.ts'
import { replaced, without } from './edit.ts'
import type { BenchService } from './protocol.ts'
import { type Action, type Branch, emptySession, present, reduce, type Session } from './session.ts'

/** Something that the reader is told once, above the picture. */
export interface Notice {
  readonly kind: 'trouble' | 'news'
  readonly text: string
}

/** How a plan is opened. */
export interface Opening {
  /** The event to look at. */
  readonly at?: number | undefined
  /** What the hash of the run should begin with. */
  readonly hash?: string | undefined
  readonly keeps?: boolean
}

interface Options {
  /** The run that is there from the start, where one is. */
  readonly first?: { readonly played: PlayedRun; readonly name: string }
  /** Told once the reader has done something. */
  readonly onAct?: () => void
}

/** What happens on any bench: the session, and its service asked one thing after the other. */
export function useBench(service: BenchService, { first, onAct = () => {} }: Options = {}) {
  const [session, dispatch] = useReducer<Session<PlayedRun>, Action<PlayedRun>, undefined>(
    reduce,
    undefined,
    () => (first === undefined ? emptySession() : reduce(emptySession(), { type: 'open', ...first })),
  )
  const [notice, say] = useState<Notice>()
  const { isBusy, queue } = useQueue(() =>
    say({
      kind: 'trouble',
      text: 'That change didn’t work, so your run is unchanged. Try again, or change something else.',
    }),
  )
  const now = useRef(session)
  now.current = session
  const shown = (): Branch<PlayedRun> | undefined => present(now.current)

  /** Gives whether the plan could be run. `keeps` leaves what was said before standing. */
  async function open(plan: unknown, name: string, opening: Opening = {}): Promise<boolean> {
    const { at, hash, keeps = false } = opening
    let isOpen = false
    await queue(async () => {
      const answer = await service.play(plan)
      if (!answer.ok) return say({ kind: 'trouble', text: answer.message })
      isOpen = true
      const { value } = answer
      dispatch({ type: 'open', played: value, name, at })
      const is = value.outline.hash.slice(0, 8)
      if (hash !== undefined && hash !== is) say({ kind: 'news', text: otherRunText(hash, is) })
      else if (!keeps) say(undefined)
    })
    return isOpen
  }

  /** Puts a change into the run after event `at`, which is the one that is shown when it's left out. */
  function edit(change: Edit, waitMs: number, at?: number): Promise<void> {
    return queue(async () => {
      const branch = shown()
      if (branch === undefined) return
      const answer = await service.edit(branch.played.plan, at ?? branch.at, change, waitMs)
      if (!answer.ok) return say({ kind: 'trouble', text: answer.message })
      const { played, shows, editedAtMs } = answer.value
      say(undefined)
      onAct()
      dispatch({ type: 'edit', played, name: deedText(change), editedAtMs, shows })
    })
  }

  /** A plan that is the present one changed as a whole. */
  function change(make: (plan: Plan) => Plan, name: string): Promise<void> {
    return queue(async () => {
      const branch = shown()
      if (branch === undefined) return
      const answer = await service.play(make(branch.played.plan))
      if (!answer.ok) return say({ kind: 'trouble', text: answer.message })
      say(undefined)
      onAct()
      dispatch({ type: 'edit', played: answer.value, name, editedAtMs: undefined, shows: Infinity })
    })
  }

  return {
    ...{ service, session, shown, notice, say, isBusy, open, edit, change },
    dispatch(action: Action<PlayedRun>) {
      onAct()
      dispatch(action)
    },
    strike: (id: string, name: string) => change((plan) => without(plan, id), name),
    reseed: (seed: number) => change((plan) => ({ ...plan, seed }), `seed ${seed}`),
    replace: (entry: Op | Fault, name: string) => change((plan) => replaced(plan, entry), name),
  }
}

/** What a bench knows and can do. */
export type BenchState = ReturnType<typeof useBench>

/** One after the other, so that two quick clicks are two edits, the second of them in the run of the first. */
function useQueue(onFailure: () => void) {
  const [isBusy, setBusy] = useState(false)
  const turn = useRef<Promise<unknown>>(Promise.resolve())
  function queue(work: () => Promise<void>): Promise<void> {
    const mine = turn.current.then(async () => {
      setBusy(true)
      try {
        await work()
      } catch {
        onFailure()
      }
      setBusy(false)
      // The next in line must find the session as it is after this one.
      await new Promise((resume) => setTimeout(resume))
    })
    turn.current = mine
    return mine
  }
  return { isBusy, queue }
}

function otherRunText(sent: string, is: string): string {
  return `The simulator has changed since this link was made, so you may not see what the sender saw: the run had the hash ${sent}, and here it has ${is}.`
}
