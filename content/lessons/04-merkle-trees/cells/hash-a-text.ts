import { hex, sha1 } from 'engine'

// The two lines of the notes: they differ in one letter.
console.log(hex(sha1('Hello World')))
console.log(hex(sha1('hello World')))
