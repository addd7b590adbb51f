import { useState } from 'preact/hooks'
import { useHydrated } from '#figures/hydrated.ts'
import { type QuorumSetting, QuorumView } from './view.tsx'

export interface QuorumIslandProps {
  readonly id: string
  readonly full: boolean
  readonly first: QuorumSetting
}

/** The quorum figure, alive. */
export default function QuorumIsland({ id, full, first }: QuorumIslandProps) {
  const [setting, setSetting] = useState(first)
  const hydrated = useHydrated()
  return <QuorumView id={id} full={full} setting={setting} {...(hydrated ? { onChange: setSetting } : {})} />
}
