import { value } from 'engine'

// Ten machines are each up 99% of the time, independently, and all of them are needed.
const percent = 0.99 ** 10 * 100
console.log(`${percent.toFixed(2)}%`)
value('percent', percent)
