// A plan may name any system: so all of them are here to tell its run in words.
import '#engine/systems.ts'
import '#engine/stores.ts'

export { outlineOf, outlineOfRecording } from '#figures/cluster/run.ts'
