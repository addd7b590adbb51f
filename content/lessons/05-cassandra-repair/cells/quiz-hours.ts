import { value } from 'engine'

// Two terabytes on a node, read at 64 MiB a second.
const hours = 2e12 / (64 * 1024 * 1024) / 3600
console.log(`${hours.toFixed(1)} hours`)
value('hours', Number(hours.toFixed(1)))
