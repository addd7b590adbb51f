/** Disks of a ring that take time: asked for by the options that state their rates. */
import '#engine/ring/disk.ts'
export {}
