/** The replica set alone, for a page that shows no other system. */
import '#engine/replica-set/index.ts'
