// gc grace is 10 days, and a repair takes 3 days. On which days of a
// month does a repair start?
export const startsOn = [1, 11, 21]

console.log(`repairs start on days ${startsOn.join(', ')}`)
