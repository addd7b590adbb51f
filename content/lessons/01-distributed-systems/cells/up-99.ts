import { value } from 'engine'

// Each machine is up 99 % of the time, each on its own.
const up = 0.99
const down = 1 - up

const oneOfThree = 1 - down ** 3
const twoOfThree = up ** 3 + 3 * up ** 2 * down
const allThree = up ** 3

const percent = (share: number) => `${(share * 100).toFixed(4)} %`
console.log('one machine:          ', percent(up))
console.log('three, all needed:    ', percent(allThree))
console.log('three, two needed:    ', percent(twoOfThree))
console.log('three, one is enough: ', percent(oneOfThree))
value('allThree', allThree * 100)
value('twoOfThree', twoOfThree * 100)
value('oneOfThree', oneOfThree * 100)
value('oneOfThreeText', (oneOfThree * 100).toFixed(4))
value('daysOne', down * 365)
value('daysAll', (1 - allThree) * 365)

// Take 1,000 machines, all of them needed. How long is it up?
