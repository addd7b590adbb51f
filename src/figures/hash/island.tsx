import { useSignal } from '@preact/signals'
import { useHydrated } from '#figures/hydrated.ts'
import { HashView } from './view.tsx'

interface Props {
  readonly id: string
  readonly before: string
  readonly after: string
}

/** Two texts to type into. */
export default function HashIsland({ id, ...start }: Props) {
  const before = useSignal(start.before)
  const after = useSignal(start.after)
  const hydrated = useHydrated()
  const set = (text: typeof before) => (hydrated ? (value: string) => void (text.value = value) : undefined)
  return (
    <HashView id={id} before={before.value} after={after.value} onBefore={set(before)} onAfter={set(after)} />
  )
}
