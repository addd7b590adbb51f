/** The ring alone, for a page that shows no other system. */
import '#engine/ring/index.ts'
