/** Weather, search and shrinking, and the checks that are short. */
export { search, shrink } from '../guarded.ts'
export { weather } from '#engine/core/weather.ts'
export { checkOf } from '#engine/checks/check.ts'
export { freshReads } from '#engine/checks/fresh-reads.ts'
export { given, happened, never } from '#engine/checks/happened.ts'
export { breaks, searchSteps } from '#engine/search/search.ts'
export { branch } from '#engine/search/branch.ts'
export { entryCount, shrinkSteps } from '#engine/search/shrink.ts'
