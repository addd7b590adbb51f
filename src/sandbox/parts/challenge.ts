/** The judge of a challenge. A program that imports it gets what it asks for beside it. */
export { challenge } from '../challenge.ts'
