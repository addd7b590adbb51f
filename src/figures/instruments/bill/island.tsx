import { useMemo } from 'preact/hooks'
import { signal } from '@preact/signals'
import { useHydrated } from '#figures/hydrated.ts'
import { BillView, type BillChoice } from './view.tsx'

/** The bill of a repair, alive: four dials and what comes of them. */
export default function BillIsland({ id, first }: { id: string; first: BillChoice }) {
  const choice = useMemo(() => signal(first), [])
  const alive = useHydrated()
  return (
    <BillView
      id={id}
      choice={choice.value}
      {...(alive
        ? { onChange: (change: Partial<BillChoice>) => (choice.value = { ...choice.value, ...change }) }
        : {})}
    />
  )
}
