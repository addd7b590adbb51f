import { value } from 'engine'

// Ten machines, each up 99 % of the time on its own, and all of them needed.
const percent = 0.99 ** 10 * 100
console.log(`${percent.toFixed(2)} %`)
value('percent', percent)
