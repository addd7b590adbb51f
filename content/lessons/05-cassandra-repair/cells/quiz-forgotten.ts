import { value } from 'engine'
import { afterRepairsOn, rows } from './primary-range'

// -pr on A and B, and C forgotten.
const held = afterRepairsOn(['A', 'B'])
console.log(`${held} of ${rows} rows at C`)
value('held', held)
value('rows', rows)
value('what', held === rows ? 'whole' : held === 0 ? 'nothing' : 'part')
