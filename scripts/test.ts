/**
 * Every test: conformance, unit, property and content tests; beside them the site is built (as for a host's root, and some
 * pages of it under a base path), and then the browser tests run on it. Each suite runs, also after one was red.
 */
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { relative } from 'node:path'
import { findChromium } from './chromium.ts'
import { buildBoth, command } from './steps.ts'
import { keep, sum, type Tally } from './tally.ts'

const tallies: Tally[] = []
let chromium: string
try {
  chromium = findChromium()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
}

// The folders of earlier builds and reports go first: nothing old may stand in for what this run makes.
for (const old of ['dist', 'dist-base', '.cache/vitest.json', '.cache/playwright.json'])
  rmSync(old, { recursive: true, force: true })

// The tests of modules and a build each leave a core idle at their end, and they don't look at what the other makes. The
// browser tests have the machine to themselves.
const [built] = await Promise.all([made(), unit()])
process.stdout.write(built.output)
if (built.code !== 0) process.exit(built.code)
await browser()
console.log()
process.exitCode = sum(tallies)

/** The conformance data judged, then both sites built: what they say is printed when all of it is whole. */
async function made(): Promise<{ code: number; output: string }> {
  const judged = await conformance()
  const { code, output } = await buildBoth(['/', '/glossary/', '/lessons/merkle-trees/'])
  return { code, output: `\n${judged}\n${output}` }
}

async function conformance(): Promise<string> {
  const { output } = await command('node', ['scripts/conformance.ts', 'test/conformance/data'], {}, false)
  const line = /^(\d+) passed, (\d+) failed$/m.exec(output)
  const [passed, failed] = line ? [line[1], line[2]] : [0, 1]
  tallies.push(keep({ suite: 'conformance', passed: Number(passed), failed: Number(failed) }))
  return output
}

async function unit(): Promise<void> {
  const report = '.cache/vitest.json'
  const { code } = await command('vitest', [
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ])
  const {
    numPassedTests: passed,
    numFailedTests: failed,
    testResults = [],
  } = read(report) as {
    numPassedTests?: number
    numFailedTests?: number
    testResults?: { name: string; assertionResults: { status: string; fullName: string }[] }[]
  }
  const red = testResults.flatMap(({ name, assertionResults }) =>
    assertionResults
      .filter(({ status }) => status === 'failed')
      .map(({ fullName }) => `${relative('.', name)}: ${fullName}`),
  )
  tallies.push(tallyOf('unit, property and content tests', code, passed, failed, red))
}

async function browser(): Promise<void> {
  const { code } = await command('playwright', ['test'], { CHROMIUM_PATH: chromium })
  const { stats, suites = [] } = read('.cache/playwright.json') as {
    stats?: { expected: number; unexpected: number; flaky: number }
    suites?: BrowserSuite[]
  }
  const failed = stats && stats.unexpected + stats.flaky
  tallies.push(tallyOf('browser tests', code, stats?.expected, failed, suites.flatMap(redOf)))
}

interface BrowserSuite {
  suites?: BrowserSuite[]
  specs?: { ok: boolean; title: string; file: string }[]
}

function redOf({ suites = [], specs = [] }: BrowserSuite): string[] {
  const own = specs.filter(({ ok }) => !ok).map(({ file, title }) => `${file}: ${title}`)
  return [...own, ...suites.flatMap(redOf)]
}

/** A runner that ended badly without a failed test (a file that doesn't load, say) has failed all the same. */
function tallyOf(suite: string, code: number, passed = 0, failed = 0, red: readonly string[] = []): Tally {
  return keep({ suite, passed, failed: code !== 0 && failed === 0 ? 1 : failed, red })
}

function read(path: string): unknown {
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : {}
}
