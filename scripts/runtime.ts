/** Bundles the runtime that every cell gets (prelude and engine), writes it to .cache/ and says how large it is. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { brotliCompressSync } from 'node:zlib'
import { runtime } from '#build/runtime.ts'

const { text, hash } = await runtime()
mkdirSync('.cache', { recursive: true })
writeFileSync('.cache/runtime.js', text)
const kilobytes = (brotliCompressSync(text).length / 1000).toFixed(1)
console.log(`runtime ${hash}: ${kilobytes} KB brotli of 40`)
