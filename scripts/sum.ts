/** The sum over all that `npm run check` and `npm test` left, as one line `N passed, N failed`. */
import { checkSuites, testSuites } from './suites.ts'
import { kept, sum } from './tally.ts'

process.exitCode = sum([...checkSuites, ...testSuites].map(kept))
