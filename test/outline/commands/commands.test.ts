import { spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { lessonCommands } from '#build/commands.ts'
import { lessonSlugs } from '#build/lessons.ts'
import { keptPlans } from '#build/plans.ts'
import { answer } from '#engine/core/answer.ts'
import { scenarioOf } from '#engine/core/registry.ts'
import { run } from '#engine/core/run.ts'
import { commandsOf, composeText, scriptText, type Commands } from '#outline/commands/index.ts'
import { longestMs } from '#outline/commands/times.ts'

const all = [...keptPlans().values()].map(({ id, plan }) => ({ id, plan, commands: commandsOf(plan) }))
const exported = all.flatMap(({ id, commands }) => ('refused' in commands ? [] : [{ id, commands }]))
const lessons = exported.filter(({ id }) => lessonSlugs().includes(id.split('.')[0] ?? ''))
const named = (id: string) => exported.find((one) => one.id === id)!.commands

describe('a plan as commands', () => {
  test('is there for the lessons’ short plans, and for plans of both databases', () => {
    expect(lessons.map(({ id }) => id)).toEqual(
      expect.arrayContaining([
        'distributed-systems.row-3',
        'anti-entropy.row-3',
        'cassandra-repair.row-3',
        'cassandra-repair.dead-neighbour',
      ]),
    )
    expect(new Set(exported.map(({ commands }) => commands.system))).toEqual(
      new Set(['cassandra', 'mongodb']),
    )
  })

  test('has every operation and every fault of the plan, in the order of their times', () => {
    for (const { id, plan, commands } of all) {
      if ('refused' in commands) continue
      const entries = [...plan.ops, ...plan.faults].toSorted((a, b) => a.at - b.at).map((entry) => entry.id)
      const steps = commands.steps.flatMap((step) => ('id' in step ? [step.id] : []))
      expect(
        steps.filter((step) => !/^(keyspace|Cassandra table|\w+ (flushes|compacts))$/.test(step)),
        id,
      ).toEqual(entries)
    }
  })

  test('is refused, with the reason, where Docker can’t do it', () => {
    expect(commandsOf(keptPlans().get('ring.join')!.plan)).toEqual({
      refused: expect.arrayContaining(['a node joins while it runs']),
    })
    for (const { id, commands } of all)
      if ('refused' in commands) expect(commands.refused.length, id).toBeGreaterThan(0)
  })

  test('is there for every lesson’s plan, or says why it isn’t', () => {
    const { exported: there, not } = lessonCommands()
    const kept = [...keptPlans().keys()].filter((id) => lessonSlugs().includes(id.split('.')[0]!))
    expect([...there, ...not].map(({ id }) => id).toSorted()).toEqual(kept.toSorted())
    for (const { id, reasons } of not) {
      expect(reasons.length, id).toBeGreaterThan(0)
      for (const reason of reasons) expect(reason, id).toMatch(/^(it|its|a|“.+?” is|“.+?” belongs) .{12,}/)
    }
    // Those that last for hours and days are there, with their hours as minutes.
    expect(there.filter(({ commands }) => commands.divisor !== undefined).map(({ id }) => id)).toEqual(
      expect.arrayContaining(['anti-entropy.six-hours', 'anti-entropy.party']),
    )
  })

  test('makes minutes of hours, and of Cassandra’s own times as well', () => {
    const { plan } = keptPlans().get('anti-entropy.party')!
    const party = named('anti-entropy.party')
    const waits = party.steps.flatMap((step) => (step.do === 'wait' ? [step.seconds] : []))
    expect(waits.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(longestMs / 1000)
    const texts = party.steps.flatMap((step) => ('text' in step ? [step.text] : []))
    const grace = Math.round(864_000 / party.divisor!)
    expect(texts).toContainEqual(expect.stringContaining(`gc_grace_seconds=${grace}`))
    expect(party.hintWindowMs).toBe(Math.round(10_800_000 / party.divisor!))
    expect(composeText(party)).toContain(`'max_hint_window: ${party.hintWindowMs}ms'`)
    // What the model's own compaction purges, a real node has to be told to compact, before the repair.
    const purges = texts.filter((text) => /^(flush|compact) shop kv$/.test(text))
    expect(purges).toEqual(['flush shop kv', 'compact shop kv', 'flush shop kv', 'compact shop kv'])
    expect(texts.indexOf('compact shop kv')).toBeLessThan(texts.indexOf('repair --full shop kv'))
    // The answers are those of the fifteen days.
    const told = new Map(
      party.steps.flatMap((step) => ('expected' in step ? [[step.id, step.expected]] : [])),
    )
    const days = run(scenarioOf(plan))
    for (const { id, do: what } of plan.ops.filter((op) => op.do !== 'repair'))
      expect(told.get(id), what).toBe(answer(days, id))
    expect(told.get('dinner')).toBe('walnut cake')
  })

  test('promises no line of a shortened plan that hangs on how long nodes take to start', () => {
    const hour = 3_600_000
    const write = (id: string, at: number) => ({
      id, at, client: 'c1', coordinator: 'A', do: 'write', args: { key: id, value: id, level: 'QUORUM' },
    }) // prettier-ignore
    const commands = commandsOf({
      v: 1,
      system: 'ring',
      seed: 1,
      until: 8 * hour,
      nodes: [{ id: 'A' }, { id: 'B' }, { id: 'C' }],
      clients: [{ id: 'c1' }],
      net: { latency: [10, 10], order: 'any', loss: 0, duplicate: 0 },
      // A cell lives for as long as the plan says: a node that's slow to start lets it run out.
      options: { hints: false },
      ops: [
        { ...write('short', hour), args: { key: 'short', value: 'lives', level: 'QUORUM', ttl: 4 * 3600 } },
        { id: 'ask', at: 4 * hour, client: 'c1', coordinator: 'A', do: 'read', args: { key: 'short', level: 'QUORUM' } },
      ],
      faults: [
        { id: 'down', at: 2 * hour, do: 'crash', node: 'B', disk: 'keep' },
        { id: 'back', at: 3 * hour, do: 'restart', node: 'B' },
      ],
    }) as Commands // prettier-ignore
    expect(commands.steps).toContainEqual(
      expect.objectContaining({ id: 'ask', expected: 'lives', unsure: 'it depends on how long the nodes take to start' }),
    ) // prettier-ignore
  })

  test('says what the model answers, and which lines it can’t promise', () => {
    const { steps } = named('cassandra-repair.row-3')
    const byId = new Map(steps.flatMap((step) => ('expected' in step ? [[step.id, step] as const] : [])))
    expect(byId.get('cook asks')?.expected).toBe('nothing')
    expect(byId.get('cook asks again')?.expected).toBe('no nuts')
    expect(byId.get('repair')?.text).toBe('repair --full shop kv')
    expect(named('cassandra-repair.dead-neighbour').steps).toContainEqual(
      expect.objectContaining({ id: 'repair', expected: 'refused' }),
    )
    // In lesson 2 row 3 is written a second after the cut, before the model's nodes have noticed.
    expect(named('replicas.row-3').steps).toContainEqual(
      expect.objectContaining({ id: 'table 3', unsure: expect.stringContaining('after “B falls silent”') }),
    )
  })

  test('has a compose file with pinned versions, nodes that start one after the other, and no open port', () => {
    for (const { commands } of lessons) {
      const { services } = parse(composeText(commands)) as {
        services: Record<string, { image: string; ports?: unknown; depends_on?: object }>
      }
      expect(Object.keys(services)).toEqual(commands.nodes)
      for (const [index, node] of commands.nodes.entries()) {
        expect(services[node]?.image).toMatch(/^(cassandra|mongo):\d+\.\d+\.\d+$/)
        expect(services[node]?.ports).toBeUndefined()
        if (commands.system === 'cassandra' && index > 0)
          expect(Object.keys(services[node]?.depends_on ?? {})).toEqual([commands.nodes[index - 1]])
      }
    }
  })
})

test('a MongoDB script starts the set with the plan’s priorities, and no line of it can wait forever', () => {
  const script = (id: string) => scriptText(id, named(id))
  expect(script('set.takeover')).toMatch(/priority: 1 }.*priority: 1 }.*priority: 2 }/)
  expect(script('cassandra-vs-mongodb.election')).not.toContain('priority: 2')
  const refused = (id: string) => commandsOf(keptPlans().get(id)!.plan)
  expect(refused('set.capped')).toMatchObject({
    refused: [expect.stringContaining('“oplogEntries”'), expect.anything()],
  })
  expect(refused('set.sync-source')).toEqual({ refused: ['its links are of different speed'] })
  for (const { id, commands } of exported) {
    if (commands.system !== 'mongodb') continue
    for (const step of commands.steps) {
      if (!('text' in step)) continue
      expect(step.text, id).toMatch(/"w":1[,}]|wtimeout|maxTimeMS/)
    }
  }
})

/** A Docker that only answers: what cqlsh or mongosh would print, by the words of the statement. */
describe('the script', () => {
  let folder = ''
  beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'commands-'))))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  test('is Bash that Bash can read, for every plan', () => {
    for (const { id, commands } of exported) {
      const { status, stderr } = spawnSync('bash', ['-n'], { input: scriptText(id, commands) })
      expect(status, `${id}: ${String(stderr)}`).toBe(0)
    }
  })

  function play(commands: Commands, answers: Readonly<Record<string, string>>) {
    const docker = `#!/usr/bin/env bash
text="$*"
case $text in
  *'ps -aq'*) echo "id-\${@: -1}" ;;
  *'nodetool status'*) printf 'UN  172.30.7.11 x\\nUN  172.30.7.12 x\\nUN  172.30.7.13 x\\nDN  172.30.7.11 x\\nDN  172.30.7.12 x\\nDN  172.30.7.13 x\\n' ;;
${Object.entries(answers)
  .map(
    ([words, output]) =>
      `  *"${words}"*) printf '%b\\n' '${output.replaceAll("'", `'\\''`)}'; ${output.startsWith('error:') ? 'exit 2' : ''} ;;`,
  )
  .join('\n')}
esac
`
    const path = join(folder, 'docker')
    writeFileSync(path, docker)
    chmodSync(path, 0o755)
    const script = scriptText('a test', commands).replace(/^sleep \d+$/gm, '')
    const run = spawnSync('bash', ['-s'], {
      input: script,
      env: { ...process.env, PATH: `${folder}${delimiter}${process.env['PATH'] ?? ''}` },
    })
    return { status: run.status, out: String(run.stdout) }
  }
  const found = (value: string) =>
    `Consistency level set to ONE.\\n\\n value\\n---------\\n ${value}\\n\\n(1 rows)`
  const none = 'Consistency level set to ONE.\\n\\n value\\n---------\\n\\n(0 rows)'

  test('prints each answer beside the model’s, and fails when a promised one differs', () => {
    const commands = named('cassandra-repair.dead-neighbour')
    const right = play(commands, { 'SELECT value': none, 'repair --full': 'error: Endpoint not alive' })
    expect(right.out).toMatch(/repair +refused +refused +same/)
    expect(right.out).toMatch(/ask C +nothing +nothing +same/)
    expect(right.out).toContain('All that the model promises came true.')
    expect(right.status).toBe(0)
    const wrong = play(commands, { 'SELECT value': found('stew'), 'repair --full': 'done' })
    expect(wrong.out).toMatch(/ask C +nothing +stew +differs/)
    expect(wrong.status).toBe(1)
  })

  test('tells a timeout from a refusal, and keeps quotes in a value', () => {
    const commands: Commands = {
      ...named('cassandra-repair.row-3'),
      steps: [
        { do: 'statement', id: 'late', node: 'A', level: 'ALL', text: 'UPDATE one', expected: 'timed out' },
        { do: 'statement', id: 'too few', node: 'A', level: 'ALL', text: 'UPDATE two', expected: 'refused' },
        { do: 'statement', id: 'quoted', node: 'A', level: 'ONE', text: "SELECT 'it''s'", expected: "it's" },
      ],
    }
    const { out, status } = play(commands, {
      'UPDATE one': 'WriteTimeout: Error from server: code=1100',
      'UPDATE two': 'Unavailable: Error from server: code=1000',
      SELECT: found("it's"),
    })
    expect(out).toMatch(/late +timed out +timed out +same/)
    expect(out).toMatch(/too few +refused +refused +same/)
    expect(out).toMatch(/quoted +it's +it's +same/)
    expect(status).toBe(0)
  })
})
