/** The judge of a challenge. Whoever imports it gets what it asks for beside it. */
export { challenge } from '../challenge.ts'
