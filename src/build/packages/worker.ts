import { workerData } from 'node:worker_threads'
import { makePackages, writePackages } from './make.ts'

/** What packages are made of: where the pages are, where they'll be served if that's known, and when the course was changed. */
export interface PackagesOf {
  readonly root: string
  readonly site: string | undefined
  readonly modified: string
}

const { root, site, modified } = workerData as PackagesOf
await writePackages(root, await makePackages(root, site, modified))
