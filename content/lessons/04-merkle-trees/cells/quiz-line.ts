import { descend, textbookTree, value, withRow } from 'engine'

// 32,768 rows, one differs; 40 ms a round trip, 100 Mbit a second. Walk the tree, or have the whole tree sent?
const roundTripMs = 40
const bitsPerMs = 100_000
const a = textbookTree(Array.from({ length: 32_768 }, (_, place) => `slip ${place}`))
const walk = descend(a, withRow(a, 20_000, 'another slip')).at(-1)
if (!walk) throw new Error('the walk has no steps')

const treeHashes = 2 * a.leafCount - 1
const treeBytes = 32 * treeHashes
const walkMs = walk.roundTrips * roundTripMs + (walk.bytes * 8) / bitsPerMs
const treeMs = roundTripMs + (treeBytes * 8) / bitsPerMs
console.log(`walk: ${walk.digestsCompared} hashes, ${walk.roundTrips} trips, ${Math.round(walkMs)} ms`)
console.log(`whole tree: ${treeHashes} hashes, 1 trip, ${Math.round(treeMs)} ms`)

value('walkHashes', walk.digestsCompared)
value('walkTrips', walk.roundTrips)
value('walkMs', Math.round(walkMs))
value('treeHashes', treeHashes)
value('treeMegabytes', Math.round(treeBytes / 100_000) / 10)
value('timesTheBytes', Math.round(treeBytes / walk.bytes / 100) * 100)
value('treeMs', Math.round(treeMs))
value('sooner', treeMs < walkMs ? 'one-message' : walkMs < treeMs ? 'questions' : 'same')
value('why', walk.roundTrips * roundTripMs > treeMs ? 'trips' : 'bytes')
