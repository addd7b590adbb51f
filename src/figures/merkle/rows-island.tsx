import { useMemo } from 'preact/hooks'
import { useHydrated } from '#figures/hydrated.ts'
import { RowControls, RowEditor } from './rows-controls.tsx'
import { openRows, type RowsOptions } from './rows-session.ts'
import { MerkleView } from './view.tsx'

interface Props extends RowsOptions {
  /** All controls unfolded from the start. */
  readonly full: boolean
  /** The author's title; else it is made of the rows. */
  readonly title?: string | undefined
}

/** Two RFC 6962 trees over the rows of two replicas. */
export default function RowsIsland({ full, title, ...options }: Props) {
  const session = useMemo(() => openRows(options), [])
  const alive = useHydrated()
  const { id } = options
  return (
    <>
      <header>
        <h3 class="title">{session.titled.value ?? title ?? session.madeTitle.value}</h3>
      </header>
      <MerkleView
        frame={session.frame.value}
        onStep={alive ? (step) => (session.asked.value = step) : undefined}
      >
        <RowEditor id={id} session={session} alive={alive} />
        <details class="fold merkle-more" open={full}>
          <summary>More controls: rows, differences, link</summary>
          <RowControls id={id} session={session} alive={alive} />
        </details>
      </MerkleView>
    </>
  )
}
