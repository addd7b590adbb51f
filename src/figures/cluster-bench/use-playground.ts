import { useEffect, useRef, useState } from 'preact/hooks'
import type { Plan } from '#engine'
import { planFile, readFile } from '#links/file.ts'
import {
  isLink,
  noLinkOfThisPage,
  planLink,
  readPlanLink,
  type NamedPlan,
  type PlanLink,
} from '#links/plan-link.ts'
import { openDistantRunService } from './run-service-client.ts'
import type { PlayedRun } from './run-service.ts'
import { resetPlan, type Resetting } from './resetting.ts'
import { type Branch, present, type Session } from './session.ts'
import type { Setting } from './setting.ts'
import { type BenchState, useBench } from './use-bench.ts'

/** The run that a page begins with. */
export interface First {
  /** The kept plan that it is. */
  readonly id: string
  readonly plan: Plan
  readonly name: string
}

type KeptPlan = (id: string) => Promise<Plan | undefined>

/** The run's title, the plan that its link tells the difference from, and whether the reader has done anything yet. */
function useShared(first: First) {
  /** What the reader, or the sender of a link, calls the run. */
  const [title, setTitle] = useState('')
  /** True once the reader has done something: until then the address, a broken link too, stays as it came. */
  const isMine = useRef(false)
  /** The kept plan that was opened last: a long link tells what differs from it. */
  const base = useRef<NamedPlan | undefined>(first)
  return { title, setTitle, isMine, base }
}

type Shared = ReturnType<typeof useShared>

/** Everything that happens in the playground: its bench, with the engine as its service, and the ways in and out of it. */
export function usePlayground(first: First, keptPlan: KeptPlan) {
  const held = useRef<ReturnType<typeof openDistantRunService>>()
  held.current ??= openDistantRunService()
  const service = held.current
  const shared = useShared(first)
  const { title, setTitle, isMine, base } = shared
  const act = () => void (isMine.current = true)
  const bench = useBench(service, { onAct: act })
  const { shown, say, open, change } = bench
  useLinks(bench, shared, first, keptPlan)
  useEffect(() => () => service.close(), [])
  return {
    ...{ ...bench, service, title },
    call(named: string) {
      act()
      setTitle(named)
    },
    /** The link to what's seen: undefined while it's being made. */
    link: useAddress(bench.session, shared),
    /** The link to what's seen at this moment. */
    makeLink(): Promise<PlanLink | undefined> {
      const branch = shown()
      return branch === undefined ? Promise.resolve(undefined) : linkTo(branch, title, base.current)
    },
    /** What {@link openFile} opens again. */
    file(): string | undefined {
      const branch = shown()
      if (branch === undefined) return undefined
      const { plan, outline } = branch.played
      return planFile({ plan, at: branch.at, hash: outline.hash.slice(0, 8), title })
    },
    /** A file that was saved where a link would have been too long. What's here stays where the file can't be read. */
    async openFile(text: string): Promise<void> {
      const file = readFile(text)
      if (!file.ok) return say({ kind: 'trouble', text: file.message })
      if (file.kind === 'code')
        return say({ kind: 'trouble', text: 'This file holds code. Open it in the playground for code.' })
      const { plan, at, hash, title: named } = file.shared
      act()
      if (await open(plan, named === '' ? 'from a file' : named, { at, hash })) setTitle(named)
    },
    /** A saved plan; a long link then tells what differs from it. */
    openKept(plan: unknown, name: string, kept: string) {
      act()
      setTitle('')
      base.current = { id: kept, plan: plan as Plan }
      return open(plan, name)
    },
    /** An empty cluster, set up by the engine. */
    async openEmpty(setting: Setting, name: string) {
      const empty = await service.empty(setting)
      if (!empty.ok) return say({ kind: 'trouble', text: empty.message })
      act()
      return open(empty.value, name, { at: -1 })
    },
    reset: (to: Resetting) => {
      const inForce = shown()?.played.traits.options
      return change((plan) => resetPlan(plan, to, inForce), 'set-up changed')
    },
    found: (plan: Plan, name: string) => change(() => plan, name),
  }
}

/** What the playground knows and can do: a bench, and what only it has. */
export type Playground = ReturnType<typeof usePlayground>

/** Opens what stands behind the address's hash, at the start and whenever that changes. */
function useLinks(
  { shown, say, open }: BenchState,
  { setTitle, isMine, base }: Shared,
  first: First,
  keptPlan: KeptPlan,
): void {
  /** The example is there when a link gives nothing: what is wrong with the link stays said above it. */
  async function openExample(): Promise<void> {
    await open(first.plan, first.name, { keeps: true })
    const text = `What you see is the example “${first.name}” instead.`
    say((said) => said && { ...said, text: `${said.text} ${text}` })
  }

  /** What a shared plan was made from is there as well, as a run of its own: the two can be compared. */
  async function openBase(id: string | undefined): Promise<void> {
    const kept = id === undefined ? undefined : await keptPlan(id).catch(() => undefined)
    base.current = kept && { id: id!, plan: kept }
    if (kept !== undefined) await open(kept, `the original: ${id}`, { keeps: true })
  }

  async function openLink(fragment: string): Promise<void> {
    const link = await readPlanLink(fragment, { keptPlan })
    if (link.ok) {
      const name = link.title === '' ? 'shared run' : link.title
      const { note: text } = link
      if (text !== undefined) say({ kind: 'news', text })
      await openBase(link.base)
      if (await open(link.plan, name, { at: link.at, hash: link.hash, keeps: text !== undefined }))
        return setTitle(link.title)
    } else if (link.trouble !== 'absent') say({ kind: 'trouble', text: link.message })
    else if (isLink(fragment)) say({ kind: 'trouble', text: noLinkOfThisPage })
    // The address stays as it came, so that it can be read, fixed, or opened by another version.
    isMine.current = false
    if (shown() === undefined) await openExample()
  }

  useEffect(() => {
    void openLink(location.hash)
    const onHash = () => void openLink(location.hash)
    addEventListener('hashchange', onHash)
    return () => removeEventListener('hashchange', onHash)
  }, [])
}

/**
 * The address always reopens what is seen, so that a reload loses no more than the runs beside it. Gives the link; while a
 * run is played, the one of where it began.
 */
function useAddress(session: Session<PlayedRun>, { title, isMine, base }: Shared): PlanLink | undefined {
  const branch = present(session)
  const [made, setMade] = useState<PlanLink>()
  useEffect(() => {
    if (branch === undefined || session.isPlaying) return
    let isOld = false
    const timer = setTimeout(() => {
      void linkTo(branch, title, base.current).then((link) => {
        if (isOld) return
        setMade(link)
        if (isMine.current) history.replaceState(null, '', link.ok ? link.fragment : location.pathname)
      })
    }, 400)
    return () => {
      isOld = true
      clearTimeout(timer)
    }
  }, [branch?.id, branch?.at, session.isPlaying, title])
  return made
}

function linkTo(
  { played: { plan, outline }, at }: Branch<PlayedRun>,
  title: string,
  base: NamedPlan | undefined,
): Promise<PlanLink> {
  return planLink(plan, at, outline.hash, { title, base })
}
