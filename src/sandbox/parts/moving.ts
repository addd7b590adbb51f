/** Nodes of a ring that join, leave, are stopped, or come back without a disk. */
import '#engine/ring/moving.ts'
export {}
