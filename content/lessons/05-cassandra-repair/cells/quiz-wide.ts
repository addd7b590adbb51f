import { value } from 'engine'

// One partition of 20,000 rows, one of them missing on B. The smallest unit that travels is the partition: both
// neighbours send theirs to B, and B sends its own back to both. (Recorded: 79,998.)
const rows = 20_000
const toB = 2 * rows
const back = 2 * (rows - 1)
console.log(`${toB} rows to B, ${back} back`)
value('travelled', toB + back)
value('to B', toB)
