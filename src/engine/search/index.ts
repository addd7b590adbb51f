/** What looks for a plan that breaks a check, and makes it small. */
export { branch, type Edit } from './branch.ts'
export { breaks, search, searchSteps, type Found, type SearchProgress } from './search.ts'
export { entryCount, shrink, shrinkSteps, type ShrinkProgress } from './shrink.ts'
