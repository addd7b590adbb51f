import { flippedBits, hex, sha1, value } from 'engine'

// These two texts differ in one letter.
const one = sha1('Hello World')
const other = sha1('hello World')
console.log(hex(one))
console.log(hex(other))

const flipped = flippedBits(one, other).length
console.log(`${flipped} of ${one.length * 8} bits differ`)
// #value
value('flipped', flipped)
// #end

// Import sha256 and use it instead: how many of its 256 bits differ?
