import { serve } from '#workers/serve.ts'
import { findTurn } from './work.ts'

/** The search for a point of no return, in a worker of the page's own. */
serve({ findTurn })
