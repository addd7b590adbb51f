import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { checkFolder } from './report.ts'

const data = join(import.meta.dirname, 'data')

describe('the engine, against what Cassandra’s own classes computed, and a cluster did', () => {
  const report = checkFolder(data)

  it('agrees in every field of every item', () => {
    expect(report.failures).toEqual([])
    expect(report.passed).toBe(2614)
  })

  it('was asked about every kind of item', () => {
    const files = [...report.kinds.keys()].map((name) => name.split(':')[0])
    expect(new Set(files)).toEqual(
      new Set([
        'tokens.json',
        'ring.json',
        'digest.json',
        'lww.json',
        'liveness.json',
        'merkle.json',
        'repair.json',
      ]),
    )
    expect(report.kinds.size).toBe(55)
  })
})

describe('checkFolder(folder) counts as failed', () => {
  let folder: string
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'vectors-'))))
  afterEach(() => rmSync(folder, { recursive: true }))

  const midpoint = { kind: 'midpoint', left: '0', right: '8', midpoint: '4' }
  const write = (name: string, content: unknown) => writeFileSync(join(folder, name), JSON.stringify(content))
  const failureOf = () => {
    const { passed, failed, failures } = checkFolder(folder)
    expect([passed, failed]).toEqual([0, 1])
    return failures[0]
  }

  it('a folder that is not there', () => {
    expect(checkFolder(join(folder, 'none'))).toMatchObject({ passed: 0, failed: 1 })
  })

  it('a folder without files', () => {
    expect(failureOf()).toMatch(/holds no .json file/)
  })

  it('a file without items', () => {
    write('ring.json', { items: [] })
    expect(checkFolder(folder).failures).toContain('ring.json: "items" is empty')
  })

  it('a file whose count is not what it holds', () => {
    write('ring.json', { count: 2, items: [midpoint] })
    expect(checkFolder(folder).failures.join()).toMatch(/"count" says 2, but there are 1/)
  })

  it('a file that is not JSON', () => {
    writeFileSync(join(folder, 'ring.json'), '{')
    expect(checkFolder(folder).failures[0]).toMatch(/^ring.json: /)
  })

  it('a file it does not know', () => {
    write('hints.json', { items: [midpoint] })
    expect(failureOf()).toMatch(/unknown file; known are tokens.json/)
  })

  it('a kind it does not know', () => {
    write('ring.json', { items: [{ ...midpoint, kind: 'third' }] })
    expect(failureOf()).toMatch(/unknown kind of ring.json: third/)
  })

  it('a field it does not know, since it was not checked', () => {
    write('ring.json', { items: [{ ...midpoint, width: '8' }] })
    expect(failureOf()).toMatch(/unknown field: width/)
  })

  it('a field that is missing', () => {
    write('ring.json', { items: [{ kind: 'midpoint', left: '0', right: '8' }] })
    expect(failureOf()).toMatch(/"midpoint" is missing/)
  })

  it('a value that the engine does not agree with, saying both', () => {
    write('ring.json', { items: [{ ...midpoint, midpoint: '5' }] })
    expect(failureOf()).toMatch(/ring.json #0 \(midpoint\): midpoint: expected "5", received "4"/)
  })

  it('nothing else: the same item, right and in a folder of its own, passes', () => {
    mkdirSync(join(folder, 'heldout'))
    write('heldout/ring.json', { count: 1, items: [midpoint] })
    expect(checkFolder(folder)).toMatchObject({ passed: 1, failed: 0 })
  })
})

describe('each stated field is looked at', () => {
  let folder: string
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'vectors-'))))
  afterEach(() => rmSync(folder, { recursive: true }))

  /** Another value of the same kind. */
  const altered = (value: unknown): unknown => {
    if (typeof value === 'boolean') return !value
    if (typeof value === 'number') return value + 1
    if (Array.isArray(value)) return value.slice(1)
    if (value === 'a' || value === 'b') return value === 'a' ? 'b' : 'a'
    const text = String(value)
    return text.slice(0, -1) + (text.endsWith('1') ? '2' : '1')
  }

  it.each([
    ['tokens.json', 'random', ['len', 'token', 'h1', 'h2', 'canonical_h1', 'signed_tail_matters']],
    ['ring.json', 'midpoint', ['midpoint']],
    ['ring.json', 'range_contains', ['contains']],
    ['ring.json', 'range_normalize', ['out']],
    ['digest.json', 'validator_digest', ['digest_hex']],
    ['lww.json', 'timestamp', ['winner', 'reconcile_a_b', 'reconcile_b_a']],
    ['liveness.json', 'is_live', ['live']],
    ['liveness.json', 'deletion_deletes', ['deletes']],
    [
      'merkle.json',
      'unequal_depth',
      [
        ...[
          'rootA',
          'rootB',
          'leafCountA',
          'leafCountB',
          'reportedSizeA',
          'reportedSizeB',
          'leavesA',
          'leavesB',
        ],
        ...['difference', 'normalized', 'rowsDiffer', 'differingRowsNotCovered', 'swapSameOrder'],
      ],
    ],
  ])('%s, %s', (file, kind, fields) => {
    type Fields = Record<string, unknown>
    const { items } = JSON.parse(readFileSync(join(data, 'dev', file), 'utf8')) as { items: Fields[] }
    for (const field of fields) {
      const part = (item: Fields) => (kind === 'unequal_depth' ? (item['expect'] as Fields) : item)
      const item = structuredClone(
        items.find(
          (one) => one['kind'] === kind && field in part(one) && (part(one)[field] as string).length !== 0,
        ),
      ) as Fields
      part(item)[field] = altered(part(item)[field])
      writeFileSync(join(folder, file), JSON.stringify({ items: [item] }))
      expect(checkFolder(folder), field).toMatchObject({ passed: 0, failed: 1 })
    }
  })

  it('and a copy of the data, moved elsewhere, still passes', () => {
    cpSync(join(data, 'dev', 'liveness.json'), join(folder, 'liveness.json'))
    expect(checkFolder(folder)).toMatchObject({ passed: 104, failed: 0 })
  })
})
