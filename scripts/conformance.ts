/**
 * Checks the engine against reference data: `npm run conformance -- DIR`, where DIR, or any folder in it, holds files
 * of the format described in test/conformance/data/PROVENANCE.md. Ends with `N passed, N failed`.
 */
import { checkFolder } from '../test/conformance/report.ts'

const [folder, ...others] = process.argv.slice(2)
if (folder === undefined || others.length > 0) {
  console.error(
    'Usage: npm run conformance -- DIR (one folder of reference data, such as test/conformance/data)',
  )
  console.log('0 passed, 1 failed')
  process.exitCode = 1
} else {
  const { passed, failed, failures, kinds } = checkFolder(folder)
  for (const [kind, count] of [...kinds].sort()) console.log(`  ${String(count).padStart(5)} ${kind}`)
  for (const failure of failures.slice(0, 40)) console.log(`FAILED ${failure}`)
  if (failures.length > 40) console.log(`... and ${failures.length - 40} more`)
  console.log(`${passed} passed, ${failed} failed`)
  if (failed > 0) process.exitCode = 1
}
