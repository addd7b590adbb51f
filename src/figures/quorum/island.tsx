import { useState } from 'preact/hooks'
import { useHydrated } from '#figures/hydrated.ts'
import { QuorumView } from './view.tsx'
import type { QuorumSetting } from './setting.ts'

interface QuorumIslandProps {
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
