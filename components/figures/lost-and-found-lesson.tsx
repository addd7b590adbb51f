import { LostAndFoundIsland, type HuntIslandProps } from '#figures/lost-and-found/island.tsx'
import { untilPredicted } from './until-predicted.tsx'

/** The hunt in a lesson, whose end may wait for the reader's prediction. */
export default untilPredicted<HuntIslandProps>((props, isWithheld) => (
  <LostAndFoundIsland {...props} covered={isWithheld} />
))
