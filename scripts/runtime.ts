/** Bundles the runtimes that cells get (prelude and engine) and says how large they are. */
import { brotliCompressSync } from 'node:zlib'
import { runtime } from '#build/runtime.ts'
import { runtimeParts } from '#sandbox/part.ts'

for (const part of runtimeParts) {
  const { text, hash } = await runtime(part)
  console.log(`runtime ${part} ${hash}: ${(brotliCompressSync(text).length / 1000).toFixed(1)} KB brotli`)
}
