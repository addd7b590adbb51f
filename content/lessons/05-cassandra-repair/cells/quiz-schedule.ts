import { value } from 'engine'

// A delete just after the trees were built is repaired by the end of the next repair: interval + duration <= gc grace.
const graceDays = 10
const repairDays = 3
console.log(`start one every ${graceDays - repairDays} days at least`)
value('days', graceDays - repairDays)
