import { usePredicted } from '#learner/predicted.ts'
import { LostAndFoundIsland, type HuntIslandProps } from '#figures/lost-and-found/island.tsx'

interface Props extends HuntIslandProps {
  readonly prediction?: { readonly id: string; readonly version: number } | undefined
}

/** The hunt in a lesson, whose end may wait for the reader's prediction. */
export default function LostAndFoundLesson({ prediction, ...props }: Props) {
  return prediction === undefined ? (
    <LostAndFoundIsland {...props} />
  ) : (
    <Withheld prediction={prediction} {...props} />
  )
}

function Withheld({
  prediction,
  ...props
}: Props & { readonly prediction: { id: string; version: number } }) {
  const predicted = usePredicted(prediction)
  return <LostAndFoundIsland {...props} covered={predicted === undefined} />
}
