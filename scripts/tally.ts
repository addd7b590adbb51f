import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** What one suite came to. A suite that ran nothing has failed: a check that never met its case is no check. */
export interface Tally {
  readonly suite: string
  readonly passed: number
  readonly failed: number
  /** What failed, by name, so that the end of a long log says it. */
  readonly red?: readonly string[]
}

const folder = '.cache/tallies'

/** Keeps what a suite came to, so that the sum over check and test can be told at the end. */
export function keep(tally: Tally): Tally {
  const honest = tally.passed + tally.failed === 0 ? { ...tally, failed: 1 } : tally
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, `${tally.suite.replaceAll(/\W+/g, '-')}.json`), JSON.stringify(honest))
  return honest
}

/** Reads back a kept tally; a suite that left none has failed once. */
export function kept(suite: string): Tally {
  try {
    return JSON.parse(readFileSync(join(folder, `${suite.replaceAll(/\W+/g, '-')}.json`), 'utf8')) as Tally
  } catch {
    return { suite, passed: 0, failed: 1 }
  }
}

/** Prints one line a suite and the sum; the exit code says whether anything failed. */
export function sum(tallies: readonly Tally[]): number {
  for (const { suite, passed, failed, red } of tallies) {
    console.log(`  ${failed === 0 ? 'ok ' : 'RED'} ${suite}: ${passed} of ${passed + failed}`)
    for (const name of red ?? []) console.log(`      ${name}`)
  }
  const passed = tallies.reduce((total, tally) => total + tally.passed, 0)
  const failed = tallies.reduce((total, tally) => total + tally.failed, 0)
  console.log(`${passed} passed, ${failed} failed`)
  return failed === 0 ? 0 : 1
}
