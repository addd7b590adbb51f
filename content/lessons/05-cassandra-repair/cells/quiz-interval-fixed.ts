import { value } from 'engine'
import { passed } from './quiz-interval-judge'

// Six days between two starts, and three for the repair: nine, which is less than gc grace.
const startsOn = [1, 7, 13, 19, 25]
console.log(`${startsOn.join(', ')} passes:`, passed(startsOn))
console.log('every day passes:', passed(Array.from({ length: 30 }, (_, index) => index + 1)))
value('passed', passed(startsOn))
