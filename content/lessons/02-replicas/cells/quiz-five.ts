import { value } from 'engine'

/** All sets of `size` out of `replicas`, as bits. */
const sets = (replicas: number, size: number) =>
  Array.from({ length: 2 ** replicas }, (_, bits) => bits).filter(
    (bits) => [...bits.toString(2)].filter((bit) => bit === '1').length === size,
  )

/** The smallest R with which every read set overlaps with every write set. */
function smallestRead(replicas: number, write: number): number {
  for (let read = 1; read <= replicas; read++)
    if (sets(replicas, write).every((one) => sets(replicas, read).every((other) => (one & other) !== 0)))
      return read
  return replicas
}
console.log('Five replicas, W = 3:', smallestRead(5, 3))
console.log('Five replicas, W = 2:', smallestRead(5, 2))
value('three', smallestRead(5, 3))
value('two', smallestRead(5, 2))
