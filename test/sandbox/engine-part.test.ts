import { describe, expect, it } from 'vitest'
import { compile } from '#sandbox/compile.ts'
import { partsFor, smallest, unknownName } from '#sandbox/engine-part.ts'

const table = {
  always: ['show', 'value'],
  parts: {
    trees: ['hex', 'sha1', 'tokenOf'],
    run: ['run', 'plan'],
    ring: ['ring', 'tokenOf'],
    set: ['replicaSet'],
    sharded: ['sharded'],
    duel: ['duel'],
    upkeep: [],
    moving: [],
    maintenance: [],
    gossip: [],
    search: ['weather'],
    stored: [],
    judge: ['linearizable'],
  },
  rest: ['scenarioOf'],
}

function parts(...sources: string[]) {
  const cells = sources.map((source) => {
    const compiled = compile('cell', source)
    if (!compiled.ok) throw new Error(compiled.error.message)
    return compiled
  })
  return partsFor(cells, table).join(' ')
}

const everything = 'trees run ring set sharded duel upkeep moving maintenance gossip search stored judge'

describe('partsFor(cells, table)', () => {
  it.each([
    [
      'names of one part',
      'trees',
      "import { hex, sha1 as hash } from 'engine'\nexport const a = hex(hash('x'))",
    ],
    ['names of two', 'trees search', "import { hex, weather } from 'engine'\nhex(weather)"],
    ['a name that two parts have, alone', 'trees', "import { tokenOf } from 'engine'\ntokenOf('x')"],
    ['one that is there already', 'ring', "import { tokenOf, ring } from 'engine'\nring(tokenOf('x'))"],
    ['a name behind three dots', 'trees', "import { hex } from 'engine'\nexport const a = [...hex('x')]"],
    ['nothing of the engine', '', 'console.log(1)'],
    ['what every runtime has', '', "import { show } from 'engine'\nshow(1)"],
    ['a type alone', '', "import type { Run } from 'engine'\nexport const run: Run[] = []"],
    [
      'a member that is only called like a name',
      'trees',
      "import { hex } from 'engine'\nhex({ run: 1 }.run)",
    ],
  ])('finds for %s: %s', (_, expected, source) => {
    expect(parts(source)).toBe(expected)
  })

  it.each([
    ['a name that is in no part', "import { scenarioOf } from 'engine'\nscenarioOf({})"],
    ['the whole under one name', "import * as engine from 'engine'\nengine.hex('x')"],
    ['everything handed on', "export * from 'engine'"],
    ['one name handed on', "export { hex } from 'engine'"],
  ])('is everything for %s', (_, source) => {
    expect(parts(source)).toBe(everything)
  })

  it('adds up what several cells need', () => {
    expect(parts("import { hex } from 'engine'\nhex('')", "import { run } from 'engine'\nrun()")).toBe(
      'trees run',
    )
  })

  it.each([
    ["plan(ring()).repair('A')", 'upkeep'],
    ["plan(ring()).join('D')", 'moving'],
    ["plan(ring()).ask('leave', {})", 'moving'],
    ["plan(ring()).leave('B')", 'moving'],
    ["plan(ring()).ask('replace', {}, { via: 'B' })", 'moving'],
    ["plan(ring()).crash('B', 'kill')", 'moving'],
    ['ring({ background: 100 })', 'upkeep'],
    ["plan(ring()).repair('A', { incremental: true })", 'upkeep maintenance'],
    ["plan(ring()).repair('A', { range: { left: '0', right: '1' } })", 'upkeep maintenance'],
    ["ring({ membership: 'gossip' })", 'gossip'],
    ["[ring()].join(', ')", ''],
    ['[ring()].join()', ''],
    ["'a b'.replace(' ', '')", ''],
    ['ring({ repairDepth: 3 })', ''],
    ['// without read repair\nring()', ''],
  ])('%s asks of the rest of the ring for: %s', (code, asked) => {
    expect(parts(`import { plan, ring } from 'engine'\nplan(ring())\n${code}`)).toBe(
      `run ring ${asked}`.trim(),
    )
  })

  it('asks for it with the ring alone', () => {
    expect(parts("import { run } from 'engine'\nrun('repair')")).toBe('run')
  })
})

describe('smallest(built, parts)', () => {
  const built = [
    { parts: ['trees', 'run', 'ring'], address: 'three' },
    { parts: ['trees'], address: 'one' },
    { parts: ['trees', 'run', 'ring', 'set', 'duel', 'upkeep', 'search', 'stored', 'judge'], address: 'all' },
  ] as const

  it.each([
    [[], 'one'],
    [['trees'], 'one'],
    [['run'], 'three'],
    [['run', 'judge'], 'all'],
  ] as const)('of %j is the one called %s', (needed, address) => {
    expect(smallest(built, needed).address).toBe(address)
  })

  it('refuses when nothing that was built will do', () => {
    expect(() => smallest([built[1]], ['run'])).toThrow('nothing was built with the parts run')
  })
})

describe('unknownName(cell, table)', () => {
  const said = (source: string) => {
    const compiled = compile('main', source)
    if (!compiled.ok) throw new Error(compiled.error.message)
    return unknownName({ name: 'main', source, ...compiled }, table)
  }

  it.each([
    ["import { shw } from 'engine'\nshw(1)", 'engine has no `shw`; did you mean `show`?', 1],
    ["const a = 1\nimport { replicaset } from 'engine'\nreplicaset()", 'engine has no `replicaset`; did you mean `replicaSet`?', 2], // prettier-ignore
    ["import { paln as p } from 'engine'\np()", 'engine has no `paln`; did you mean `plan`?', 1],
    ["import { paxos } from 'engine'\npaxos()", 'engine has no `paxos`', 1],
    ["import engine from 'engine'\nengine.run()", 'engine has no default export: write import { plan, run } from \'engine\'', 1], // prettier-ignore
  ])('says of %j what was meant', (source, message, line) => {
    expect(said(source)).toEqual({ type: 'error', name: 'ImportError', message, at: { cell: 'main', line } })
  })

  it.each([
    "import { run, type Run, show } from 'engine'\nshow(run(null as never) satisfies Run)",
    "import * as engine from 'engine'\nengine.anything",
    "import type { Whatever } from 'engine'\nexport const a: Whatever = 1",
    'const shw = 1\nconsole.log(shw)',
    "import { scenarioOf } from 'engine'\nscenarioOf(1)",
  ])('has nothing to say of %j', (source) => {
    expect(said(source)).toBeUndefined()
  })
})
