import { value } from 'engine'

// Every replica of a range reads all its data to build a tree.
const terabytes = 1
const readMiBPerSecond = 64 // Cassandra's default limit
const depth = 15

const readHours =
  (terabytes * 1e12) / (readMiBPerSecond * 2 ** 20) / 3600
const treeSeconds = (32 * (2 ** (depth + 1) - 1) * 8) / 100e6
console.log(`read and hash the data: ${readHours.toFixed(1)} hours`)
console.log(`send the tree at 100 Mbit/s: ${treeSeconds.toFixed(2)} s`)
// #value
value('hours', readHours)
// #end

// Change readMiBPerSecond to what your disks can spare.
