import { serve } from '#workers/serve.ts'
import { countFor, findTurn } from './work.ts'

/** The search for a point of no return, in workers of the page's own: one searches, and others play futures for it. */
serve({ countFor, findTurn })
