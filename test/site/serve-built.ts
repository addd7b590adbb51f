import { existsSync } from 'node:fs'
import { serve } from '../../scripts/serve.ts'

/** Serves dist (OUT_DIR) on a free port for all browser tests, and dist-base under /notebook/ when it was built. */
export default async function serveBuilt(): Promise<() => Promise<void>> {
  const folder = process.env.OUT_DIR ?? 'dist'
  if (!existsSync(folder))
    throw new Error(`There is no ${folder} to test: run npm run build first (npm test does both).`)
  const site = await serve(folder, 0)
  process.env.SITE_URL = site.url
  const based = existsSync('dist-base') ? await serve('dist-base', 0, '/notebook/') : undefined
  if (based) process.env.BASED_URL = based.url
  return async () => {
    await site.close()
    await based?.close()
  }
}
