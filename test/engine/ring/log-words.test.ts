import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import * as engine from '#engine'
import { cassandraLogLines } from '#engine/ring/log-words.ts'
import { scenarioOf } from '../../mutants/harness/kept.ts'

const folder = 'content/recorded/cassandra-5.0.5'

/** A line without what differs from run to run: ids, addresses, numbers, the table's name, and what was cut off. */
function bare(text: string): string {
  return text
    .replace(/\((?:[0-9a-f-]{36}|[A-Z]), .*$|, job threads.*$|, …\)$/, '')
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}|#[A-Z]\b|session [A-Z]$|\([A-Z]\)/g, (found) =>
      found.startsWith('session')
        ? 'session ID'
        : found.startsWith('(')
          ? '(ID)'
          : found.startsWith('#')
            ? '#ID'
            : 'ID',
    ) // prettier-ignore
    .replace(/\/(?:127\.0\.0\.\d|[A-Z]):7000/g, '/NODE')
    .replace(/sync for \w+|tree for \w+ from|for shop\.\w+/g, (found) =>
      found.replace(/\w+$|for \w+ from/, 'TABLE'),
    )
    .replace(/\d+/g, 'N')
}

const recorded = new Set(
  readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .flatMap((name) => readFileSync(join(folder, name), 'utf8').split('\n'))
    .map((text) => bare(text.replace(/^[A-D]\| .*? - /, '').replace(/^[A-D]\| java\.lang\.\w+: /, ''))),
)

describe('a run in the words of Cassandra’s log', () => {
  it.each(['ring.repair-both-ways', 'ring.incremental', 'ring.start-refused', 'ring.seed', 'ring.replace'])(
    '%s: each line is one that a real node wrote',
    (id) => {
      const run = engine.run(scenarioOf(engine, id), { record: 'trace' })
      const lines = run.trace.flatMap(cassandraLogLines)
      expect(lines.length).toBeGreaterThan(0)
      for (const { text } of lines) expect(recorded, text).toContain(bare(text))
    },
  )

  it('tells which ranges differ, and who streams to whom', () => {
    const run = engine.run(scenarioOf(engine, 'ring.repair-both-ways'), { record: 'trace' })
    const texts = run.trace.flatMap(cassandraLogLines).map(({ text }) => text)
    expect(texts).toContainEqual(
      expect.stringMatching(/Endpoints \/B:7000 and \/[AC]:7000 have \d+ range\(s\) out of sync/),
    )
  })
})
