import { serve } from '#workers/serve.ts'
import { openDesk } from './desk.ts'

/** The desk in a worker of the page's own. */
serve({ ...openDesk() })
