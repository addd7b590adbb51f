/** Builds the site and serves it at http://localhost:4321/, or at PORT; to other machines as well where HOST says so. */
import { serve } from './serve.ts'
import { build } from './steps.ts'

const asked = process.env.PORT ?? '4321'
const port = Number(asked)
if (!Number.isInteger(port) || port < 0 || port > 65_535) {
  console.error(`PORT is a number from 0 to 65535, received "${asked}". Try: PORT=8080 npm start`)
  process.exit(1)
}

try {
  // The port is tried first, so that a taken one is said at once and not after the build.
  const host = process.env.HOST
  await (await serve('.', port, '/', host)).close()
  await build()
  const { url } = await serve(process.env.OUT_DIR ?? 'dist', port, process.env.BASE, host)
  console.log(`\nAnti-Entropy is open at ${url}  (Ctrl-C ends it)`)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
}
