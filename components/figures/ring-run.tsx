import '#figures/cluster/systems/ring.ts'
import ClusterLesson from './cluster-lesson.tsx'

/** A run of the ring in a lesson: the page loads no other system for it. */
export default ClusterLesson
