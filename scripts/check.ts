/** Types, lint, format, unused code and boundaries: every check runs, also after one was red. */
import { command } from './steps.ts'
import { keep, sum, type Tally } from './tally.ts'

const checks: readonly [suite: string, name: string, ...args: string[]][] = [
  ['format', 'prettier', '--check', '--log-level', 'warn', '.'],
  ['types of pages and content', 'astro', 'check', '--minimumFailingSeverity', 'hint'],
  ['types of the engine', 'tsc', '-p', 'src/engine'],
  ['types of cells', 'tsc', '-p', 'content'],
  ['lint and boundaries', 'eslint', '.', '--max-warnings=0'],
  ['unused code', 'knip'],
]

const tallies: Tally[] = []
for (const [suite, name, ...args] of checks) {
  console.log(`\n${suite}: ${name} ${args.join(' ')}`)
  const { code } = await command(name, args)
  tallies.push(keep({ suite, passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1 }))
}
console.log()
process.exitCode = sum(tallies)
