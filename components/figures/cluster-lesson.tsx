import { ClusterIsland, type ClusterIslandProps } from '#figures/cluster/island.tsx'
import { untilPredicted } from './until-predicted.tsx'

/** A run in a lesson, whose future may wait for the reader's prediction. */
export default untilPredicted<ClusterIslandProps>((props, isWithheld) => (
  <ClusterIsland {...props} withheld={isWithheld} />
))
