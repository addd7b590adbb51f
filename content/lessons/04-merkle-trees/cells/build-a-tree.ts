import { bytesOf, sha256, shortHex, show, textbookTree } from 'engine'

export const rows = ['Data A', 'Data B', 'Data C', 'Data D']

// A byte in front tells a hashed row from two joined hashes.
const leaf = (row: string) =>
  sha256(new Uint8Array([0x00, ...bytesOf(row)]))
const join = (left: Uint8Array, right: Uint8Array) =>
  sha256(new Uint8Array([0x01, ...left, ...right]))

const [a, b, c, d] = rows.map(leaf)
const root = join(join(a, b), join(c, d))
console.log('by hand:  ', shortHex(root))

const tree = textbookTree(rows)
console.log('by engine:', shortHex(tree.root.digest))
show(tree)

// Change one row: which hashes stay as they are?
// Then make it five rows, and mend the lines that join.
