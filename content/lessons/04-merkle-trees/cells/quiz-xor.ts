import { hex, sha256, value } from 'engine'

// A leaf as the XOR of its rows' digests: what if the same digest is added twice?
const xor = (one: Uint8Array, other: Uint8Array) => one.map((byte, place) => byte ^ (other[place] as number))
const before = xor(sha256('soup'), sha256('stew'))
const twice = xor(xor(before, sha256('no nuts')), sha256('no nuts'))

const isZero = twice.every((byte) => byte === 0)
console.log(`before ${hex(before).slice(0, 12)}, after ${hex(twice).slice(0, 12)}`)
value('leaf', hex(twice) === hex(before) ? 'as-before' : isZero ? 'zero' : 'changed')
