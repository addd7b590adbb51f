import { useState } from 'preact/hooks'
import { useHydrated } from '#figures/hydrated.ts'
import type { JobPickerData } from './jobs.ts'
import { JobPickerView } from './view.tsx'

/** The picker, alive. */
export default function JobPickerIsland({ data }: { readonly data: JobPickerData }) {
  const [chosen, setChosen] = useState<string>()
  const hydrated = useHydrated()
  return <JobPickerView data={data} chosen={chosen} {...(hydrated ? { onChoose: setChosen } : {})} />
}
