import { value } from 'engine'

// Each machine is up 99% of the time, independently of the others.
const up = 0.99
const down = 1 - up

const oneOfThree = 1 - down ** 3
const twoOfThree = up ** 3 + 3 * up ** 2 * down
const allThree = up ** 3

const percent = (share: number) => `${(share * 100).toFixed(4)}%`
console.log('One machine:         ', percent(up))
console.log('Three, all needed:   ', percent(allThree))
console.log('Three, two needed:   ', percent(twoOfThree))
console.log('Three, one is enough:', percent(oneOfThree))

// #value
value('allThree', allThree * 100)
value('twoOfThree', twoOfThree * 100)
value('oneOfThree', oneOfThree * 100)
value('oneOfThreeText', (oneOfThree * 100).toFixed(4))
value('daysOne', down * 365)
value('daysAll', (1 - allThree) * 365)
// #end

// Take 1,000 machines and need all of them. How often is that up?
