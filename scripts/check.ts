/** Types, lint, format, unused code and boundaries: every check runs, also after one was red. */
import { command } from './steps.ts'
import { checks } from './suites.ts'
import { keep, sum, type Tally } from './tally.ts'

const tallies: Tally[] = []
const waiting = [...checks]

/** Each check keeps one core busy and most machines have two: two run at a time, and each prints when it's whole. */
async function work(): Promise<void> {
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    const [suite, name, ...args] = next
    const { code, output } = await command(name, args, {}, false)
    process.stdout.write(`\n${suite}: ${name} ${args.join(' ')}\n${output}`)
    tallies.push(keep({ suite, passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1 }))
  }
}

await Promise.all([work(), work()])
console.log()
process.exitCode = sum(tallies)
