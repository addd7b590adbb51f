/** What an operator of a ring asks for less often: incremental and partial repairs, a dead node's replacement. */
import '#engine/ring/maintenance.ts'
export {}
