import { usePredicted } from '#learner/predicted.ts'
import { ClusterIsland, type ClusterIslandProps } from '#figures/cluster/island.tsx'

interface Props extends ClusterIslandProps {
  /** The prediction that has to be answered before the future is shown. */
  readonly prediction?: { readonly id: string; readonly version: number } | undefined
}

/** A run in a lesson, whose future may wait for the reader's prediction. */
export default function ClusterLesson({ prediction, ...props }: Props) {
  return prediction === undefined ? (
    <ClusterIsland {...props} />
  ) : (
    <Withheld prediction={prediction} {...props} />
  )
}

function Withheld({
  prediction,
  ...props
}: Props & { readonly prediction: { id: string; version: number } }) {
  const predicted = usePredicted(prediction)
  return <ClusterIsland {...props} withheld={predicted === undefined} />
}
