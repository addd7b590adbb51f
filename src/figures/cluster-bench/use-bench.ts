import { useEffect, useReducer, useRef, useState } from 'preact/hooks'
import type { Edit, Fault, Op, Plan } from '#engine'
import type { PlayedRun } from './desk.ts'
import { openDistantDesk } from './desk-client.ts'
import { replaced, without } from './edit.ts'
import { planLink, readPlanLink, type NamedPlan, type PlanLink } from '#links/plan-link.ts'
import { planFile, readFile } from '#links/file.ts'
import type { DistantDesk } from './protocol.ts'
import { resetPlan, type Resetting } from './resetting.ts'
import type { Setting } from './setting.ts'
import { type Action, type Branch, emptySession, present, reduce, type Session } from './session.ts'
import { entryInWords } from './words.ts'

/** Something that the reader is told once, above the picture. */
export interface Notice {
  readonly kind: 'trouble' | 'news'
  readonly text: string
}

interface Opening {
  /** The event to look at. */
  readonly at?: number | undefined
  /** What the hash of the run should begin with. */
  readonly hash?: string | undefined
  readonly keeps?: boolean
}

export interface First {
  /** The kept plan that it is. */
  readonly id: string
  readonly plan: Plan
  readonly name: string
}

/** Everything that happens on the bench: the session, and the engine asked one thing after the other. */
export function useBench(first: First, keptPlan: (id: string) => Promise<Plan | undefined>) {
  const [session, dispatch] = useReducer<Session<PlayedRun>, Action<PlayedRun>>(reduce, emptySession())
  const [notice, setNotice] = useState<Notice>()
  const [isBusy, setBusy] = useState(false)
  /** What the reader, or the sender of a link, calls the run. */
  const [title, setTitle] = useState('')
  const desk = useRef<DistantDesk & { close(): void }>()
  const now = useRef(session)
  const turn = useRef<Promise<unknown>>(Promise.resolve())
  /** True once the reader has done something: until then the address, a broken link too, stays as it came. */
  const isMine = useRef(false)
  /** The kept plan that was opened last: a long link tells what differs from it. */
  const base = useRef<NamedPlan | undefined>(first)
  now.current = session
  desk.current ??= openDistantDesk()
  const ask = desk.current

  /** One after the other, so that two quick clicks are two edits, the second of them in the run of the first. */
  function queue(work: () => Promise<void>): Promise<void> {
    const mine = turn.current.then(async () => {
      setBusy(true)
      try {
        await work()
      } catch {
        setNotice({ kind: 'trouble', text: 'Something went wrong with this plan, so it was left alone.' })
      }
      setBusy(false)
      // The next in line must find the session as it is after this one.
      await new Promise((resume) => setTimeout(resume))
    })
    turn.current = mine
    return mine
  }

  /** Gives whether the plan could be run. `keeps` leaves what was said before standing. */
  async function open(
    plan: unknown,
    name: string,
    { at, hash, keeps = false }: Opening = {},
  ): Promise<boolean> {
    let isOpen = false
    await queue(async () => {
      const answer = await ask.play(plan)
      if (!answer.ok) return setNotice({ kind: 'trouble', text: answer.say })
      isOpen = true
      const { value } = answer
      dispatch({ type: 'open', played: value, name, at })
      const is = value.outline.hash.slice(0, 8)
      if (hash !== undefined && hash !== is) {
        const text = `This version runs it differently: the link was made when the run had the hash ${hash}, and here it has ${is}. So you may not see what the sender saw.`
        setNotice({ kind: 'news', text })
      } else if (!keeps) setNotice(undefined)
    })
    return isOpen
  }

  /** The example is there when a link gives nothing: what is wrong with the link stays said above it. */
  async function openExample(): Promise<void> {
    await open(first.plan, first.name, { keeps: true })
    const text = `What you see is the example “${first.name}” instead.`
    setNotice((said) => said && { ...said, text: `${said.text} ${text}` })
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
      if (text !== undefined) setNotice({ kind: 'news', text })
      await openBase(link.base)
      if (await open(link.plan, name, { at: link.at, hash: link.hash, keeps: text !== undefined }))
        return setTitle(link.title)
    } else if (link.trouble !== 'absent') setNotice({ kind: 'trouble', text: link.say })
    // The address stays as it came, so that it can be read, mended, or opened by another version.
    isMine.current = false
    if (present(now.current) === undefined) await openExample()
  }

  /** A file that was saved where a link would have been too long. What's here stays where the file can't be read. */
  async function openFile(text: string): Promise<void> {
    const file = readFile(text)
    if (!file.ok) return setNotice({ kind: 'trouble', text: file.say })
    if (file.kind === 'code')
      return setNotice({ kind: 'trouble', text: 'This file holds code. Open it in the playground for code.' })
    const { plan, at, hash, title: named } = file.shared
    isMine.current = true
    if (await open(plan, named === '' ? 'from a file' : named, { at, hash })) setTitle(named)
  }

  /** Puts a change into the run after event `at`, which is the one that is shown when it's left out. */
  function edit(change: Edit, waitMs: number, at?: number): Promise<void> {
    return queue(async () => {
      const branch = present(now.current)
      if (branch === undefined) return
      const answer = await ask.edit(branch.played.plan, at ?? branch.at, change, waitMs)
      if (!answer.ok) return setNotice({ kind: 'trouble', text: answer.say })
      const { played, shows, editedAtMs } = answer.value
      setNotice(undefined)
      isMine.current = true
      dispatch({ type: 'edit', played, name: entryInWords(change), editedAtMs, shows })
    })
  }

  /** A plan that is the present one changed as a whole. */
  function change(make: (plan: Plan) => Plan, name: string): Promise<void> {
    return queue(async () => {
      const branch = present(now.current)
      if (branch === undefined) return
      const answer = await ask.play(make(branch.played.plan))
      if (!answer.ok) return setNotice({ kind: 'trouble', text: answer.say })
      isMine.current = true
      dispatch({ type: 'edit', played: answer.value, name, editedAtMs: undefined, shows: Infinity })
    })
  }

  useEffect(() => {
    void openLink(location.hash)
    const onHash = () => void openLink(location.hash)
    addEventListener('hashchange', onHash)
    return () => {
      removeEventListener('hashchange', onHash)
      desk.current?.close()
    }
  }, [])

  const link = useAddress(session, isMine, title, base)

  return {
    session,
    dispatch(action: Action<PlayedRun>) {
      isMine.current = true
      dispatch(action)
    },
    title,
    call(named: string) {
      isMine.current = true
      setTitle(named)
    },
    notice,
    say: setNotice,
    isBusy,
    desk: ask,
    /** The link to what's seen: undefined while it's being made. */
    link,
    openFile,
    /** The link to what's seen at this moment. */
    makeLink(): Promise<PlanLink | undefined> {
      const branch = present(now.current)
      return branch === undefined ? Promise.resolve(undefined) : linkTo(branch, title, base.current)
    },
    /** What {@link openFile} opens again. */
    file(): string | undefined {
      const branch = present(now.current)
      if (branch === undefined) return undefined
      const { plan, outline } = branch.played
      return planFile({ plan, at: branch.at, hash: outline.hash.slice(0, 8), title })
    },
    open(plan: unknown, name: string, kept?: string) {
      isMine.current = true
      setTitle('')
      if (kept !== undefined) base.current = { id: kept, plan: plan as Plan }
      return open(plan, name)
    },
    /** An empty cluster, set up by the engine. */
    async openEmpty(setting: Setting, name: string) {
      const empty = await ask.empty(setting)
      if (!empty.ok) return setNotice({ kind: 'trouble', text: empty.say })
      isMine.current = true
      return open(empty.value, name, { at: -1 })
    },
    edit,
    strike: (id: string, name: string) => change((plan) => without(plan, id), name),
    reseed: (seed: number) => change((plan) => ({ ...plan, seed }), `seed ${seed}`),
    replace: (entry: Op | Fault, name: string) => change((plan) => replaced(plan, entry), name),
    reset: (to: Resetting) => {
      const inForce = present(now.current)?.played.traits.options
      return change((plan) => resetPlan(plan, to, inForce), 'set-up changed')
    },
    found: (plan: Plan, name: string) => change(() => plan, name),
  }
}

/**
 * The address always reopens what is seen, so that a reload loses no more than the runs beside it. Gives the link; while a
 * run is played, the one of where it began.
 */
function useAddress(
  session: Session<PlayedRun>,
  isMine: { readonly current: boolean },
  title: string,
  base: { readonly current: NamedPlan | undefined },
): PlanLink | undefined {
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
