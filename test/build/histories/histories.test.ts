import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import type { History } from '#build/histories/history.ts'
import { judge } from '#build/histories/play.ts'

const folder = 'content/recorded/histories'
const names = readdirSync(folder).filter((name) => name.endsWith('.json.gz'))

function history(name: string): History {
  return JSON.parse(gunzipSync(readFileSync(join(folder, name))).toString()) as History
}

/** Only the first so many phases: enough to see that a wrong setting is noticed. */
function beginning(of: History, phases: number): History {
  return { ...of, phases: of.phases.slice(0, phases) }
}

describe('the ring answers as a real Cassandra of three nodes did', () => {
  it.each(names)('%s: every answer', (name) => {
    const { all, different } = judge(history(name))
    expect(different.slice(0, 10)).toEqual([])
    expect(all).toBeGreaterThan(1_700)
  })

  it('in all histories together 29,701 times', () => {
    const asked = names.map((name) => Object.keys(history(name).answers).length)
    expect(asked.reduce((sum, count) => sum + count, 0)).toBe(29_701)
  })
})

describe('with one setting wrong it answers otherwise', () => {
  const h11 = history('h11.json.gz')
  it.each([
    ['hints on', { hints: true }],
    ['read repair NONE', { readRepair: 'NONE' }],
    ['other tokens', { tokens: 16 }],
  ])('%s', (_, wrong) => {
    expect(judge(beginning(h11, 8), wrong).different.length).toBeGreaterThan(0)
  })

  it('ten days of gc grace', () => {
    expect(judge(history('h41.json.gz'), { gcGraceSeconds: 864_000 }).different.length).toBeGreaterThan(0)
  })
})
