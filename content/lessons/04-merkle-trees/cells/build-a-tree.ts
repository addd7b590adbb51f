import { bytesOf, sha256, shortHex, show, textbookTree } from 'engine'

export const rows = ['Data A', 'Data B', 'Data C', 'Data D']

// #setup
// The first byte tells a hashed row from two joined hashes.
const leaf = (row: string) =>
  sha256(new Uint8Array([0x00, ...bytesOf(row)]))
const join = (left: Uint8Array, right: Uint8Array) =>
  sha256(new Uint8Array([0x01, ...left, ...right]))
// #end

const [a, b, c, d] = rows.map(leaf)
const root = join(join(a, b), join(c, d))
console.log('by hand:  ', shortHex(root))

// The engine builds the same tree. In code, a hash is a `digest`.
const tree = textbookTree(rows)
console.log('by engine:', shortHex(tree.root.digest))
show(tree)

// An inclusion proof: Data C, hash D and hash AB give the root again.
const [hashD, hashAB] = [d, join(a, b)]
const rebuilt = join(hashAB, join(leaf('Data C'), hashD))
console.log('proved:   ', shortHex(rebuilt) === shortHex(root))

// Prove 'Data X' instead of Data C. Then change one of the rows: which
// hashes stay the same?
