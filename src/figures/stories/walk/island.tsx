import { useState } from 'preact/hooks'
import { useHydrated } from '#figures/hydrated.ts'
import { WalkView, type WalkFrame } from './view.tsx'

/** The walk, alive: every step was computed when the page was built. */
export default function WalkIsland({ first }: { readonly first: WalkFrame }) {
  const [frame, setFrame] = useState(first)
  const hydrated = useHydrated()
  const change = (part: Partial<WalkFrame>) => setFrame((before) => ({ ...before, step: 1, ...part }))
  const actions = {
    onQuestion: (question: number) => change({ question }),
    onMethod: (method: WalkFrame['method']) => change({ method, dial: 1 }),
    onDial: (dial: number) => change({ dial }),
    onStep: (step: number) => change({ step }),
  }
  return <WalkView frame={frame} {...(hydrated ? { actions } : {})} />
}
