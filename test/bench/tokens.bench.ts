import { tokenOf } from '#engine/token/token.ts'
import { bigintMurmur3 } from '../peers/bigint-murmur3.ts'
import { medianMilliseconds } from '../peers/median.ts'

/** Tokens a second for keys of 16 bytes, against the same hash written with BigInt. */
export default async function bench(report: (line: string) => void): Promise<void> {
  const keys = Array.from({ length: 200_000 }, (_, index) => {
    const key = new Uint8Array(16)
    new DataView(key.buffer).setUint32(index % 12, index)
    return key
  })
  const some = keys.slice(0, 20_000)
  const ours = medianMilliseconds(() => keys.reduce((sum, key) => sum ^ tokenOf(key), 0n)) / keys.length
  const peers =
    medianMilliseconds(() => some.reduce((sum, key) => sum ^ bigintMurmur3(key, 0, 'signed').h1, 0n)) /
    some.length
  report(
    `token of a 16-byte key: ${(ours * 1e6).toFixed(0)} ns (${(1 / ours / 1e3).toFixed(1)} million a second); ` +
      `BigInt ${(peers * 1e6).toFixed(0)} ns: ${(peers / ours).toFixed(1)} times as fast`,
  )
}
