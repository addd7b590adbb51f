import { expose } from 'comlink'
import type { Api } from './port.ts'

/** Serves these functions in a worker, and says that it is there: a page that hears nothing does the work itself. */
export function serve(api: Api): void {
  expose(api)
  postMessage('ready')
}
