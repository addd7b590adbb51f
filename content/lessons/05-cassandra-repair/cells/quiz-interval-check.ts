import { value } from 'engine'
import { startsOn } from './quiz-interval'
import { passed } from './quiz-interval-judge'

console.log('Checks that pass:', passed(startsOn))
value('passed', passed(startsOn))
