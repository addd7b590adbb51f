import { useEffect, useMemo, useRef } from 'preact/hooks'
import { useHydrated } from '#figures/hydrated.ts'
import { useKeptFocus } from '#figures/kept-focus.ts'
import { openSession } from './session.ts'
import { TwoWorldsView } from './view.tsx'
import type { WorldsActions } from './frame.ts'

/** "Two worlds", alive. */
export default function TwoWorldsIsland({ id }: { readonly id: string }) {
  const root = useRef<HTMLDivElement>(null)
  const session = useMemo(openSession, [])
  const hydrated = useHydrated()
  const given = session.given.value

  // The reader who pressed the button reads on at what it uncovered.
  useEffect(() => {
    if (given !== undefined)
      root.current?.querySelector<HTMLElement>('.worlds-pair')?.focus({ preventScroll: true })
  }, [given])

  useKeptFocus(root, given, '.worlds-decision input')

  const actions: WorldsActions = {
    onCommit: session.commit,
    onTry: (rule) => {
      session.lifting.value = false
      session.tried.value = rule
    },
    onSleep: (sleep) => {
      session.lifting.value = false
      session.sleep.value = sleep
    },
    onAgain: session.again,
  }
  const frame = {
    id,
    given,
    rule: session.rule.value,
    sleep: session.sleep.value,
    lifting: session.lifting.value,
  }
  return (
    <div ref={root}>
      <TwoWorldsView frame={frame} {...(hydrated ? { actions } : {})} />
    </div>
  )
}
