import '#figures/cluster/systems/set.ts'
import ClusterLesson from './cluster-lesson.tsx'

/** A run of the replica set in a lesson: the page loads no other system for it. */
export default ClusterLesson
