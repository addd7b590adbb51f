import { hex, sha256, value } from 'engine'

// Cassandra combines the hashes of a range's rows with XOR.
const rows = Array.from({ length: 257 }, (_, n) => String(n))
const hashes = rows.map((row) => BigInt(`0x${hex(sha256(row))}`))
const xor = (all: bigint[]) => all.reduce((sum, one) => sum ^ one, 0n)

// #setup
interface Mix {
  sum: bigint
  of: Set<number>
}

/** Two mixes in one: a row that's in both cancels out. */
function mix(one: Mix, two: Mix): Mix {
  const either = [...new Set([...one.of, ...two.of])]
  const once = either.filter(
    (row) => one.of.has(row) !== two.of.has(row),
  )
  return { sum: one.sum ^ two.sum, of: new Set(once) }
}

const highestBit = (sum: bigint) =>
  sum === 0n ? 0 : sum.toString(2).length
// #end

// One mix is kept for each highest bit. Another row with that bit is
// mixed with it, which clears the bit. There are 256 bits and 257
// rows, so some row ends as zero: its mix cancels.
const kept = new Map<number, Mix>()
let cancelled: Mix = { sum: 0n, of: new Set() }
for (const [row, hash] of hashes.entries()) {
  let now: Mix = { sum: hash, of: new Set([row]) }
  while (kept.has(highestBit(now.sum)))
    now = mix(now, kept.get(highestBit(now.sum))!)
  if (now.sum === 0n) cancelled = now
  else kept.set(highestBit(now.sum), now)
}

const lost = cancelled.of
const rest = hashes.filter((_, row) => !lost.has(row))
console.log(`lose these ${lost.size} of ${rows.length} rows:`)
console.log([...lost].sort((a, b) => a - b).join(' '))
console.log('all rows:', xor(hashes).toString(16))
console.log('the rest:', xor(rest).toString(16))
value('lost', lost.size)

// Keep one of the lost rows: lost.delete(1). Does XOR hide it now?
