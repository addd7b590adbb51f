import { useState } from 'preact/hooks'
import { useHydrated } from '#figures/hydrated.ts'
import { DialsView, type DialsActions, type DialsFrame } from './view.tsx'

/** The dials, alive: every setting was measured when the page was built. */
export default function DialsIsland({ first }: { readonly first: DialsFrame }) {
  const [frame, setFrame] = useState(first)
  const hydrated = useHydrated()
  const actions: DialsActions = {
    onMethod: (method) => setFrame((before) => ({ ...before, method })),
    onDial: (dial, value) =>
      setFrame((before) => ({ ...before, setting: { ...before.setting, [dial]: value } })),
  }
  return <DialsView frame={frame} {...(hydrated ? { actions } : {})} />
}
