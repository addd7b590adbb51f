/**
 * Runs every bench of this folder and prints what it measured: ratios against a peer or a limit in the same run. Those that
 * take minutes or install something (`NAME.asked.ts`) run only when a word names them.
 */
import { readdirSync } from 'node:fs'

const asked = process.argv.slice(2)
const files = readdirSync(import.meta.dirname).filter(
  (name) =>
    (name.endsWith('.bench.ts') && (asked.length === 0 || asked.some((word) => name.includes(word)))) ||
    (name.endsWith('.asked.ts') && asked.some((word) => name.includes(word))),
)
if (files.length === 0) {
  console.error(`No bench is named like "${asked.join(' ')}" in test/bench.`)
  process.exitCode = 1
}
for (const file of files.sort()) {
  console.log(`\n${file.replace(/\.(bench|asked)\.ts$/, '')}`)
  const { default: bench } = (await import(`./${file}`)) as {
    default: (report: (line: string) => void) => Promise<void>
  }
  await bench((line) => console.log(`  ${line}`))
}
