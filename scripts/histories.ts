/**
 * Plays recorded histories on the engine and compares every answer: `npm run histories -- FILE…`; with
 * `--set readRepair=NONE` an option of the ring is set, `--show 20` prints more of the differences than ten. The format
 * is told in content/recorded/histories/README.md. Ends with `N of M answers agree`.
 */
import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { basename } from 'node:path'
import type { Json } from '#engine'
import type { History } from '#build/histories/history.ts'
import { judge } from '#build/histories/play.ts'

const files: string[] = []
const wrong: { [option: string]: Json } = {}
let shown = 10
const given = process.argv.slice(2)
for (let at = 0; at < given.length; at++) {
  const one = given[at]!
  if (one === '--show') shown = Number(given[++at])
  else if (one === '--set') {
    const [name = '', value = ''] = (given[++at] ?? '').split('=')
    wrong[name] = jsonOr(value)
  } else files.push(one)
}

let agreed = 0
let asked = 0
let unread = 0
for (const file of files) {
  const history = historyIn(file)
  if (typeof history === 'string') {
    unread++
    console.error(
      `${file}: expected a history as JSON, as content/recorded/histories/README.md describes it; ${history}`,
    )
    continue
  }
  const { all, byKind, different } = judge(history, wrong)
  asked += all
  agreed += all - different.length
  console.log(`${basename(file)}: ${all - different.length} of ${all} answers agree`)
  for (const [kind, count] of [...byKind].sort())
    console.log(`  ${kind.padEnd(20)} ${count.agree} of ${count.all}`)
  for (const { step, real, ours } of different.slice(0, shown))
    console.log(`  DIFFERS ${JSON.stringify(step)}\n    real ${real}\n    ours ${ours}`)
}
if (files.length === 0) console.error('Usage: npm run histories -- FILE… [--set OPTION=VALUE] [--show N]')
console.log(`${agreed} of ${asked} answers agree`)
if (asked === 0 || agreed < asked || unread > 0) process.exitCode = 1

/** The history of a file; or what's there instead. */
function historyIn(file: string): History | string {
  try {
    const bytes = readFileSync(file)
    const read = jsonOr((file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString())
    const isHistory = typeof read === 'object' && read !== null && 'phases' in read && 'answers' in read
    return isHistory ? (read as unknown as History) : 'received no phases and answers'
  } catch (error) {
    return `received “${(error as Error).message}”`
  }
}

function jsonOr(text: string): Json {
  try {
    return JSON.parse(text) as Json
  } catch {
    return text
  }
}
