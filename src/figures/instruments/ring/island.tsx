import { signal } from '@preact/signals'
import { useMemo } from 'preact/hooks'
import { useHydrated } from '#figures/hydrated.ts'
import type { RingChoice } from './placed.ts'
import { RingView } from './view.tsx'

/** The ring, alive. */
export default function RingIsland({ id, first }: { id: string; first: RingChoice }) {
  const choice = useMemo(() => signal(first), [])
  const alive = useHydrated()
  const onChange = (change: Partial<RingChoice>) => (choice.value = { ...choice.value, ...change })
  return <RingView id={id} choice={choice.value} {...(alive ? { onChange } : {})} />
}
