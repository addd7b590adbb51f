import '#figures/cluster/systems/all.ts'
import ClusterLesson from './cluster-lesson.tsx'

/** A run in a lesson, of whatever system. */
export default ClusterLesson
