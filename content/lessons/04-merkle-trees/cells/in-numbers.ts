import { hex, sha1, shortHex, textbookTree, value } from 'engine'

// The numbers of this lesson’s prose that no other cell of it publishes.

// A terabyte sent over a link of 100 Mbit/s.
const hours = (1e12 * 8) / 100e6 / 3600
console.log(`${hours.toFixed(1)} hours for a terabyte`)
value('hours', hours)

// What the notes print for "Hello World", and whose hash it is.
const printed = '2ef7bde608ce5404e97d5f042f95f89f1c232871'
const owner = ['Hello World', 'Hello World!', 'hello World'].find(
  (text) => hex(sha1(text)) === printed,
)
console.log(`${printed} is the hash of "${owner}"`)
value('owner', String(owner))
value('Hello World', hex(sha1('Hello World')))
value('hello World', hex(sha1('hello World')))

// The roots of the two servers in the four steps.
const rows = ['Data A', 'Data B', 'Data C']
const roots = ['Data D', 'Data d'].map((last) =>
  shortHex(textbookTree([...rows, last]).root.digest),
)
console.log(`roots: ${roots.join(' and ')}`)
value('root 1', roots[0] ?? '')
value('root 2', roots[1] ?? '')

// A million partitions in a tree of depth 15.
const partitionsPerLeaf = 1e6 / 2 ** 15
console.log(`${partitionsPerLeaf.toFixed(1)} partitions in a leaf`)
value('in a leaf', partitionsPerLeaf)

// One hash of 32 bytes for each of 32,768 rows.
const listMegabytes = (32 * 2 ** 15) / 1e6
console.log(
  `${listMegabytes.toFixed(2)} MB for a list of 32,768 hashes`,
)
value('list megabytes', listMegabytes)

// The hashes of one side in a descent to one leaf at depth 15: the root, and two at each level below.
const descentBytes = 32 * (1 + 2 * 15)
console.log(`${descentBytes} bytes for the hashes of a descent`)
value('descent bytes', descentBytes)

// The largest tree that Cassandra builds, as it writes it: 2²⁰ leaves of 34 bytes, and 13 bytes for each inner node.
const largestMegabytes = (34 * 2 ** 20 + 13 * (2 ** 20 - 1)) / 1e6
console.log(`${largestMegabytes.toFixed(1)} MB for a tree of depth 20`)
value('largest megabytes', largestMegabytes)

// Hashes in an inclusion proof for one of a million rows: the other child at each level.
const proofHashes = Math.ceil(Math.log2(1e6))
console.log(`${proofHashes} hashes prove one of a million rows`)
value('proof hashes', proofHashes)
