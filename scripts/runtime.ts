/**
 * Bundles what cells get (the prelude, and parts of the engine) and says how large it is; and has the compiler make the
 * declarations that the editor reads, so that the builds and tests which come next find them made.
 */
import { brotliCompressSync } from 'node:zlib'
import type { Script } from '#build/bundle.ts'
import { shippedParts } from '#build/cells.ts'
import { declarations } from '#build/declarations.ts'
import { engineOf, prelude } from '#build/runtime.ts'

const say = (what: string, { text, hash }: Script) =>
  console.log(`${what} ${hash}: ${(brotliCompressSync(text).length / 1024).toFixed(1)} KB brotli`)

say('prelude', await prelude())
for (const parts of await shippedParts()) say(`engine (${parts.join(', ')})`, await engineOf(parts))
declarations()
