import { Act } from './act.tsx'

interface Props {
  readonly step: number
  /** The first step, and the last: there's nothing before the one or after the other. */
  readonly first: number
  readonly last: number
  /** Undefined until its page is alive. */
  readonly onStep: ((step: number) => void) | undefined
}

/** Back and Next step, side by side. */
export function Steps({ step, first, last, onStep }: Props) {
  const alive = onStep !== undefined
  return (
    <>
      <Act alive={alive} can={step > first} onAct={() => onStep?.(step - 1)}>
        Back
      </Act>
      <Act kind="main" alive={alive} can={step < last} onAct={() => onStep?.(step + 1)}>
        Next step
      </Act>
    </>
  )
}
