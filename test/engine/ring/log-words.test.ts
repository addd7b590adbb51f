import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import * as engine from '#engine'
import { cassandraLog } from '#engine/ring/log-words.ts'
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
    .replace(/\[(?:\/NODE(?:, )?)+\]/g, '[NODES]')
    .replace(/seconds?\b/g, 'seconds')
    .replace(/\b[A-Z]-\d+-\d+\.hints/g, 'ID-N-N.hints')
    .replace(/: [A-Z]\b/g, ': ID')
    .replace(/(merkle trees for )\w+|( shop\.)\w+( is fully)/g, '$1$2TABLE$3')
    .replace(/\d+/g, 'N')
}

const recorded = new Set(
  readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .flatMap((name) => readFileSync(join(folder, name), 'utf8').split('\n'))
    .map((text) => bare(text.replace(/^[A-D]\| .*? - /, '').replace(/^[A-D]\| java\.lang\.\w+: /, ''))),
)

/** Lines that no transcript has, and where they stand in the source of the 5.0 line. */
const inSource = [
  ['Gossiper.realMarkAlive', /^InetAddress \/\w+:7000 is now UP$/],
  ['Gossiper.markDead', /^InetAddress \/\w+:7000 is now DOWN$/],
  ['Gossiper.handleMajorStateChange', /^Node \/\w+:7000 (has restarted, now UP|is now part of the cluster)$/],
  ['Gossiper.stop', /^Announcing shutdown$/],
  ['FailureDetector.interpret', /^Not marking nodes down due to local pause of \d+ns > 5000000000ns$/],
  ['HintsDispatchExecutor.handleDispatchFailure', /^Finished hinted handoff of file \S+ to endpoint \/\w+:7000: \w+, partially$/],
  ['HintsDispatchExecutor.TransferHintsTask', /^Transferring all hints to \/\w+:7000: \w+$/],
  ['RepairSession.convict', /^\[repair #\w+\] session completed with the following error$/],
  ['RepairCoordinator.notifyError', /^Repair \w+ (failed:|aborted: .+)$/],
  ['RepairCoordinator.fail', /^\[repair #\w+\]Repair command #\d+ finished with error$/],
] as const // prettier-ignore

function logOf(id: string) {
  const run = engine.run(scenarioOf(engine, id), { record: 'trace' })
  return cassandraLog(run.trace, run.plan)
}

const textsOf = (id: string, node?: string) =>
  logOf(id)
    .filter((line) => node === undefined || line.node === node)
    .map(({ text }) => text)

describe('a run in the words of Cassandra’s log', () => {
  it.each([
    'ring.repair-both-ways', 'ring.incremental', 'ring.start-refused', 'ring.seed', 'ring.replace', 'ring.preview',
    'ring.hint', 'ring.hints-handed-on', 'ring.stop', 'ring.gossip', 'ring.join', 'ring.dead-neighbour',
    'ring.dies-meanwhile', 'anti-entropy.six-hours', 'cassandra-vs-mongodb.plug-a',
  ])('%s: each line is one that a real node wrote, or stands in its source', (id) => {
    const lines = logOf(id)
    expect(lines.length).toBeGreaterThan(0)
    for (const { text } of lines)
      if (!inSource.some(([, words]) => words.test(text))) expect(recorded, text).toContain(bare(text))
  }) // prettier-ignore

  it('has every line of the table somewhere in the kept plans', () => {
    const told = new Set(
      [
        'anti-entropy.six-hours', 'ring.stop', 'ring.join', 'ring.hints-handed-on', 'ring.dies-meanwhile', 'ring.dead-neighbour',
      ].flatMap((id) => textsOf(id)),
    ) // prettier-ignore
    const rare = ['FailureDetector.interpret', 'HintsDispatchExecutor.handleDispatchFailure']
    for (const [where, words] of inSource.filter(([one]) => !rare.includes(one)))
      expect(
        [...told].some((text) => words.test(text)),
        where,
      ).toBe(true)
  })

  it('tells which ranges differ, and who streams to whom', () => {
    expect(textsOf('ring.repair-both-ways')).toContainEqual(
      expect.stringMatching(/Endpoints \/B:7000 and \/[AC]:7000 have \d+ range\(s\) out of sync/),
    )
  })

  it('says down, restarted and up of a node that was away, and which hints it got', () => {
    expect(textsOf('anti-entropy.six-hours', 'A')).toEqual([
      'InetAddress /B:7000 is now DOWN',
      'Node /B:7000 has restarted, now UP',
      'InetAddress /B:7000 is now UP',
      expect.stringMatching(/^Deleted hint file B-\d+-2\.hints$/),
      expect.stringMatching(/^Finished hinted handoff of file B-\d+-2\.hints to endpoint \/B:7000: B$/),
    ])
    expect(textsOf('anti-entropy.six-hours', 'C')).toEqual([
      'InetAddress /B:7000 is now DOWN',
      'Node /B:7000 has restarted, now UP',
      'InetAddress /B:7000 is now UP',
    ])
  })

  it('says only up of a node that was cut off and never stopped', () => {
    const texts = textsOf('cassandra-repair.row-3', 'A')
    expect(texts.slice(0, 2)).toEqual(['InetAddress /B:7000 is now DOWN', 'InetAddress /B:7000 is now UP'])
  })

  it('says that a delivery of hints ended early when the node goes down again in the middle', () => {
    let kept = engine
      .plan(engine.ring({ hintBytesPerMs: 0.05 }), { until: 120_000 })
      .at(0)
      .crash('B')
      .at(5000)
    for (const key of ['one', 'two', 'three'])
      kept = kept.write(key, 'a long order', { via: 'A', level: 'ONE' })
    const run = engine.run(kept.at(20_000).restart('B').at(23_000).crash('B'), { record: 'trace' })
    const texts = cassandraLog(run.trace, run.plan).map(({ text }) => text)
    expect(texts).toContainEqual(expect.stringMatching(/^Finished hinted handoff .*, partially$/))
    expect(texts.some((text) => /^Finished hinted handoff .*: B$/.test(text))).toBe(false)
    // As lesson 6 says of the plug: B kept a hint before it took A for down.
    expect(textsOf('cassandra-vs-mongodb.plug-a', 'B')).toContainEqual(
      expect.stringMatching(/: A, partially$/),
    )
  })

  it('convicts nobody after a pause of its own', () => {
    const paused = engine.plan(engine.ring(), { until: 60_000 }).at(1000).pause('B').at(13_000).resume('B')
    const run = engine.run(paused, { record: 'trace' })
    expect(cassandraLog(run.trace, run.plan)).toContainEqual({
      at: 13_000,
      node: 'B',
      component: 'FailureDetector',
      text: 'Not marking nodes down due to local pause of 12000000000ns > 5000000000ns',
    })
  })

  it('numbers the repair commands of a node, says how long one took, and names a preview as one', () => {
    const twice = engine
      .plan(engine.ring(), { until: 60_000 })
      .at(1000)
      .repair('A')
      .at(20_000)
      .repair('A', { preview: true })
    const run = engine.run(twice, { record: 'trace' })
    const texts = cassandraLog(run.trace, run.plan)
      .filter(({ node }) => node === 'A')
      .map(({ text }) => text)
    expect(texts[0]).toMatch(/^Starting repair command #1 \(A\)/)
    expect(texts).toContain('[repair #A] Requesting merkle trees for rows (to [/A:7000, /B:7000, /C:7000])')
    expect(texts).toContain('[repair #A]Repair command #1 finished in 0 seconds')
    expect(texts).toContainEqual(expect.stringMatching(/^Starting repair command #2 \(A\)/))
    expect(texts.at(-1)).toBe('[preview repair #A]Repair command #2 finished in 0 seconds')
  })

  it('ends a refused repair and a broken one with an error', () => {
    expect(textsOf('ring.dead-neighbour', 'A').slice(-2)).toEqual([
      'Repair A failed:',
      '[repair #A]Repair command #1 finished with error',
    ])
    const broken = textsOf('ring.dies-meanwhile', 'A')
    const from = broken.indexOf('[repair #A] session completed with the following error')
    expect(broken.slice(from, from + 3)).toEqual([
      '[repair #A] session completed with the following error',
      'Repair A failed:',
      '[repair #A]Repair command #1 finished with error',
    ])
  })
})
