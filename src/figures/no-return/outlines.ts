// A plan may name any system: whoever tells its run in words has them all.
import '#engine/systems.ts'
import '#engine/stores.ts'

export { outlineOf, outlineOfRecording } from '#figures/cluster/run.ts'
