import { descend, textbookTree, value, withRow } from 'engine'

// 32,768 rows, one differs; 40 ms a round trip, 100 Mbit a second. Descend the tree, or have the whole tree sent?
const roundTripMs = 40
const bitsPerMs = 100_000
const a = textbookTree(Array.from({ length: 32_768 }, (_, place) => `slip ${place}`))
const descent = descend(a, withRow(a, 20_000, 'another slip')).at(-1)
if (!descent) throw new Error('the descent has no steps')

const treeHashes = 2 * a.leafCount - 1
const treeBytes = 32 * treeHashes
const descentMs = descent.roundTrips * roundTripMs + (descent.bytes * 8) / bitsPerMs
const treeMs = roundTripMs + (treeBytes * 8) / bitsPerMs
console.log(
  `descent: ${descent.digestsCompared} hashes, ${descent.roundTrips} trips, ${Math.round(descentMs)} ms`,
)
console.log(`whole tree: ${treeHashes} hashes, 1 trip, ${Math.round(treeMs)} ms`)

value('descentHashes', descent.digestsCompared)
value('descentTrips', descent.roundTrips)
value('descentMs', Math.round(descentMs))
value('treeHashes', treeHashes)
value('treeMegabytes', Math.round(treeBytes / 100_000) / 10)
value('timesTheBytes', Math.round(treeBytes / descent.bytes / 100) * 100)
value('treeMs', Math.round(treeMs))
value('sooner', treeMs < descentMs ? 'one-message' : descentMs < treeMs ? 'questions' : 'same')
value('why', descent.roundTrips * roundTripMs > treeMs ? 'trips' : 'bytes')
