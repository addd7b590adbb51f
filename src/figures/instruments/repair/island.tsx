import { useEffect, useMemo, useState } from 'preact/hooks'
import { openRepair, type RepairFrame } from './session.ts'
import { RepairView } from './view.tsx'

/** The repair instrument, alive: the build's frame stands until the rows are hashed here as well. */
export default function RepairIsland({ first }: { first: RepairFrame }) {
  const { id, count, damage, depth, memoryMiB } = first
  const session = useMemo(() => openRepair({ id, count, damage, depth, memoryMiB }), [])
  const [touched, setTouched] = useState(false)
  useEffect(() => void session.setCount(count), [session])
  const frame = session.frame.value ?? first
  const isReady = session.frame.value !== undefined
  const shown = touched ? { ...frame, busy: session.busy.value, count: session.count.value } : frame
  const actions = {
    onCount: (rows: number) => {
      setTouched(true)
      void session.setCount(rows)
    },
    onDamage: (rows: number) => (session.damage.value = rows),
    onDepth: (to: number) => (session.depth.value = to),
    onMemory: (mebibytes: number) => (session.memory.value = mebibytes),
  }
  return (
    <RepairView
      frame={{ ...shown, busy: touched ? session.busy.value : undefined }}
      {...(isReady ? { actions } : {})}
    />
  )
}
