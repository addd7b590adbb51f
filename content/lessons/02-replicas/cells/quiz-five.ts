import { value } from 'engine'

/** All sets of `size` out of `copies`, as bits. */
const sets = (copies: number, size: number) =>
  Array.from({ length: 2 ** copies }, (_, bits) => bits).filter(
    (bits) => [...bits.toString(2)].filter((bit) => bit === '1').length === size,
  )

/** The least R with which every read set shares a copy with every write set. */
function leastRead(copies: number, write: number): number {
  for (let read = 1; read <= copies; read++)
    if (sets(copies, write).every((one) => sets(copies, read).every((other) => (one & other) !== 0)))
      return read
  return copies
}
console.log('five copies, W = 3:', leastRead(5, 3))
console.log('five copies, W = 2:', leastRead(5, 2))
value('three', leastRead(5, 3))
value('two', leastRead(5, 2))
