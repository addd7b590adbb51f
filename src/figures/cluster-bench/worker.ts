import { serve } from '#workers/serve.ts'
import { openRunService } from './run-service.ts'

/** The service in a worker of the page's own. */
serve({ ...openRunService() })
