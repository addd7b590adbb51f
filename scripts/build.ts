/** Builds the site into dist (OUT_DIR and BASE change where and for which base path). */
import { build } from './steps.ts'

await build()
