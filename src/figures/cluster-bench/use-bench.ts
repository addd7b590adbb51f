import { useEffect, useReducer, useRef, useState } from 'preact/hooks'
import type { Edit, Plan } from '#engine'
import type { PlayedRun } from './desk.ts'
import { openDistantDesk } from './desk-client.ts'
import { without } from './edit.ts'
import { planLink, readPlanLink } from '#links/plan-link.ts'
import type { DistantDesk } from './protocol.ts'
import type { Setting } from './setting.ts'
import { type Action, emptySession, present, reduce, type Session } from './session.ts'
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
  readonly plan: Plan
  readonly name: string
}

/** Everything that happens on the bench: the session, and the engine asked one thing after the other. */
export function useBench(first: First) {
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

  async function openLink(fragment: string): Promise<void> {
    const link = await readPlanLink(fragment)
    if (link.ok) {
      const name = link.title === '' ? 'shared run' : link.title
      if (await open(link.plan, name, { at: link.at, hash: link.hash })) return setTitle(link.title)
    } else if (link.trouble !== 'absent') setNotice({ kind: 'trouble', text: link.say })
    // The address stays as it came, so that it can be read, mended, or opened by another version.
    isMine.current = false
    if (present(now.current) === undefined) await openExample()
  }

  function edit(change: Edit, waitMs: number): Promise<void> {
    return queue(async () => {
      const branch = present(now.current)
      if (branch === undefined) return
      const answer = await ask.edit(branch.played.plan, branch.at, change, waitMs)
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

  useAddress(session, isMine, title)

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
    open(plan: unknown, name: string, at?: number) {
      isMine.current = true
      setTitle('')
      return open(plan, name, { at })
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
    found: (plan: Plan, name: string) => change(() => plan, name),
  }
}

/** The address always reopens what is seen, so that a reload loses no more than the runs beside it. */
function useAddress(session: Session<PlayedRun>, isMine: { readonly current: boolean }, title: string): void {
  const branch = present(session)
  useEffect(() => {
    if (branch === undefined || session.isPlaying || !isMine.current) return
    const timer = setTimeout(() => {
      const { plan, outline } = branch.played
      void planLink(plan, branch.at, outline.hash, title).then((link) => {
        if (isMine.current) history.replaceState(null, '', link.ok ? link.fragment : location.pathname)
      })
    }, 400)
    return () => clearTimeout(timer)
  }, [branch?.id, branch?.at, session.isPlaying, title])
}
