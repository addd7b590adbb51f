/** Every system of both lists: imported where a plan may name any of them. */
import '#engine/systems.ts'
import '#engine/stores.ts'
