export { bytesFromHex, bytesOf, hex, shortHex, type TextOrBytes } from './hash/bytes.ts'
export { flippedBits, sha1, sha256 } from './hash/hash.ts'
export {
  growTextbookTree,
  textbookTree,
  withRow,
  type Growth,
  type TextbookNode,
  type TextbookTree,
} from './merkle/textbook.ts'
export {
  descend,
  difference,
  whyNotComparable,
  type DescentStep,
  type TextbookDifference,
} from './merkle/descent.ts'
