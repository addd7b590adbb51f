import { useState } from 'preact/hooks'
import { useHydrated } from '#figures/hydrated.ts'
import type { Hunted } from './hunts.ts'
import { HuntView } from './view.tsx'

/** What the page gives to the figure. */
export interface HuntIslandProps {
  readonly id: string
  readonly hunted: readonly Hunted[]
  readonly covered?: boolean
}

/** "Lost and found", alive. */
export function LostAndFoundIsland({ id, hunted, covered = false }: HuntIslandProps) {
  const [strength, setStrength] = useState<'low' | 'high'>('low')
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set())
  const hydrated = useHydrated()
  const actions = {
    onStrength: setStrength,
    onOpen: (place: string) => setOpened((before) => new Set([...before, place])),
  }
  return <HuntView frame={{ id, hunted, strength, opened, covered }} {...(hydrated ? { actions } : {})} />
}
