import type { RunOutline } from '#outline/types.ts'
import { ClusterView } from '#figures/cluster/view.tsx'
import { emptySession } from './session.ts'
import { Transport } from './transport.tsx'

/** The run as the build draws it: at its end, with the controls in their places and nothing to press yet. */
export function FirstFrame({ id, outline }: { readonly id: string; readonly outline: RunOutline }) {
  return (
    <div class="bench-two">
      <ClusterView
        id={id}
        outline={outline}
        at={outline.steps.at(-1)?.index ?? -1}
        controls={<Transport session={emptySession()} dispatch={() => undefined} />}
      />
      <div class="bench-place" />
    </div>
  )
}
