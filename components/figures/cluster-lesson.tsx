import { ClusterIsland, type ClusterIslandProps } from '#figures/cluster/island.tsx'
import { loadMenu } from '#figures/cluster-bench/load-menu.ts'
import { untilPredicted } from './until-predicted.tsx'

/** A run in a lesson, whose future may wait for the reader's prediction. */
export default untilPredicted<ClusterIslandProps>((props, isWithheld) => (
  <ClusterIsland {...props} menu={loadMenu} withheld={isWithheld} />
))
