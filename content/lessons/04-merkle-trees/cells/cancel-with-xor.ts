import { hex, sha256, value } from 'engine'

// 257 rows, each with a digest of 256 bits. A range of rows is worth
// the XOR of their digests, as in Cassandra.
const rows = Array.from({ length: 257 }, (_, n) => String(n))
const digests = rows.map((row) => BigInt(`0x${hex(sha256(row))}`))
const xor = (all: bigint[]) => all.reduce((sum, one) => sum ^ one, 0n)

interface Mix {
  sum: bigint
  of: Set<number>
}

/** Two mixes in one: a row that is in both cancels out. */
function mix(one: Mix, two: Mix): Mix {
  const either = [...new Set([...one.of, ...two.of])]
  const once = either.filter(
    (row) => one.of.has(row) !== two.of.has(row),
  )
  return { sum: one.sum ^ two.sum, of: new Set(once) }
}

const highestBit = (sum: bigint) =>
  sum === 0n ? 0 : sum.toString(2).length

// Keep one mix for each highest bit. A row whose highest bit is taken
// is mixed with the one kept there, which clears that bit, and so on
// down. There are 256 bits: of 257 rows one is mixed down to nothing.
const kept = new Map<number, Mix>()
let nothing: Mix = { sum: 0n, of: new Set() }
for (const [row, digest] of digests.entries()) {
  let now: Mix = { sum: digest, of: new Set([row]) }
  while (kept.has(highestBit(now.sum))) {
    now = mix(now, kept.get(highestBit(now.sum))!)
  }
  if (now.sum === 0n) nothing = now
  else kept.set(highestBit(now.sum), now)
}

const lost = nothing.of
const rest = digests.filter((_, row) => !lost.has(row))
console.log(`lose these ${lost.size} of ${rows.length} rows:`)
console.log([...lost].sort((a, b) => a - b).join(' '))
console.log('all rows:', xor(digests).toString(16))
console.log('the rest:', xor(rest).toString(16))
value('lost', lost.size)

// Keep one of the lost rows after all: does the XOR still hide it?
