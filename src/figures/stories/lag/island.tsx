import { useState } from 'preact/hooks'
import { useHydrated } from '#figures/hydrated.ts'
import { LagView, type LagActions, type LagFrame } from './view.tsx'

/** The lag, alive: every setting was run when the page was built. */
export default function LagIsland({ first }: { readonly first: LagFrame }) {
  const [frame, setFrame] = useState(first)
  const hydrated = useHydrated()
  const actions: LagActions = {
    onDial: (dial, value) =>
      setFrame((before) => ({ ...before, setting: { ...before.setting, [dial]: value } })),
  }
  return <LagView frame={frame} {...(hydrated ? { actions } : {})} />
}
