import type { JSX } from 'preact'
import { usePredicted } from '#learner/predicted.ts'

/** The prediction that has to be answered before what comes after is shown. */
interface Prediction {
  readonly id: string
  readonly version: number
}

type Given<Props> = Props & { readonly prediction?: Prediction | undefined }

/** A figure that withholds what comes after a prediction, where there is one, until the reader has made it. */
export function untilPredicted<Props extends object>(
  draw: (props: Props, isWithheld: boolean) => JSX.Element,
) {
  function Waiting({ prediction, props }: { prediction: Prediction; props: Props }) {
    return draw(props, usePredicted(prediction) === undefined)
  }
  // Without a prediction nobody asks what the reader has done.
  return function UntilPredicted({ prediction, ...rest }: Given<Props>) {
    const props = rest as unknown as Props
    return prediction === undefined ? draw(props, false) : <Waiting prediction={prediction} props={props} />
  }
}
