import { useSignal } from '@preact/signals'
import { useHydrated } from '#figures/hydrated.ts'
import { type Try, tryText } from './hunt.ts'
import { HuntView } from './view.tsx'

interface Props {
  readonly id: string
  /** The tries that the page begins with: what the notes claim. */
  readonly tried: readonly string[]
}

/** The hunt for the text behind the notes' hash. A text tried again moves to the end. */
export default function HuntIsland({ id, tried }: Props) {
  const tries = useSignal<readonly Try[]>(tried.map(tryText))
  const hydrated = useHydrated()
  const onTry = (text: string) => {
    tries.value = [...tries.value.filter((earlier) => earlier.text !== text), tryText(text)]
  }
  return <HuntView id={id} tries={tries.value} onTry={hydrated ? onTry : undefined} />
}
