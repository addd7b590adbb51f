import { value } from 'engine'

// A replica holds 2 TB, and its disks can spare 50 MB/s. How long does it read to build its tree?
const hours = 2e12 / 50e6 / 3600
console.log(`${hours.toFixed(1)} hours`)
value('hours', Math.round(hours))
