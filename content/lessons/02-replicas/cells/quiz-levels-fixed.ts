import { value } from 'engine'
import { passed } from './quiz-levels-judge'

// Both at QUORUM: two of three overlap with any other two of three.
const levels = { write: 'QUORUM', read: 'QUORUM' }
console.log('QUORUM and QUORUM pass:', passed(levels))
console.log('ONE and ALL pass:', passed({ write: 'ONE', read: 'ALL' }))
console.log('ALL and ONE pass:', passed({ write: 'ALL', read: 'ONE' }))
value('passed', passed(levels))
