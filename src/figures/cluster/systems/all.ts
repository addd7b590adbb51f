/** Every system of both lists: for whoever is given a plan that may name any. */
import '#engine/systems.ts'
import '#engine/stores.ts'
