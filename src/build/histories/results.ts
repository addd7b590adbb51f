import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { keep, readKept } from '../kept.ts'
import type { History } from './history.ts'
import { judge, type Verdict, type Wrong } from './play.ts'

/** Where the histories lie that a real Cassandra was given. */
const historiesFolder = 'content/recorded/histories'

/** A history's name and what it's made of. */
interface HistoryFile {
  readonly name: string
  readonly what: string
}

/** The recorded histories and what each was made to exercise. */
const historyFiles: readonly HistoryFile[] = [
  { name: 'h11', what: 'three replicas, nodes killed and started, hints off' },
  { name: 'h21', what: 'three replicas, nodes killed and started, hints on' },
  { name: 'h31', what: 'two replicas on three nodes, hints off' },
  { name: 'h41', what: 'gc grace of 20 s, compactions by hand, a repair' },
  { name: 'h51', what: 'INSERT with row markers, reads of one column, read repair' },
  { name: 'h61', what: 'two replicas; a fourth node joins and leaves, others are killed and started' },
]

/** Settings that are wrong on purpose: the comparison has to notice them. */
const wrongSettings: readonly { readonly name: string; readonly file: string; readonly wrong: Wrong }[] = [
  { name: 'hints on instead of off', file: 'h11', wrong: { hints: true } },
  { name: 'read repair NONE instead of BLOCKING', file: 'h11', wrong: { readRepair: 'NONE' } },
  { name: 'other tokens', file: 'h11', wrong: { tokens: 16 } },
  { name: 'ten days of gc grace instead of 20 s', file: 'h41', wrong: { gcGraceSeconds: 864_000 } },
]

/** How many of the recorded answers the engine gives as well, and how many differ when it's wrong on purpose. */
interface Agreement {
  readonly files: readonly (HistoryFile & { readonly agree: number; readonly all: number })[]
  /** By kind of request and level, over all histories. */
  readonly kinds: readonly {
    readonly kind: string
    readonly level: string
    readonly agree: number
    readonly all: number
  }[]
  readonly wrong: readonly {
    readonly name: string
    readonly file: string
    readonly differ: number
    readonly all: number
  }[]
  readonly agree: number
  readonly all: number
}

let known: Agreement | undefined

/** Plays every history on the engine and compares every answer; remembered until the engine or a history changes. */
export function agreement(): Agreement {
  known ??= remembered(compare)
  return known
}

const memory = '.cache/histories'

/** It takes seconds, and the site is built for two base paths. */
function remembered(work: () => Agreement): Agreement {
  const hash = createHash('sha256')
  for (const folder of ['src/engine', 'src/build/histories', historiesFolder])
    for (const name of (readdirSync(folder, { recursive: true }) as string[]).sort())
      if (/\.(ts|gz)$/.test(name)) hash.update(name).update(readFileSync(join(folder, name)))
  const path = join(memory, `${hash.digest('hex').slice(0, 24)}.json`)
  const found = readKept(path) as Agreement | undefined
  if (found !== undefined) return found
  const result = work()
  keep(path, result)
  return result
}

/** A recorded history, unpacked. */
function historyOf(name: string): History {
  return JSON.parse(gunzipSync(readFileSync(`${historiesFolder}/${name}.json.gz`)).toString()) as History
}

function compare(): Agreement {
  const verdicts = historyFiles.map((file) => ({ ...file, verdict: judge(historyOf(file.name)) }))
  const files = verdicts.map(({ name, what, verdict }) => ({
    name,
    what,
    all: verdict.all,
    agree: verdict.all - verdict.different.length,
  }))
  const wrong = wrongSettings.map(({ name, file, wrong: options }) => {
    const { all, different } = judge(historyOf(file), options)
    return { name, file, all, differ: different.length }
  })
  const total = (of: 'agree' | 'all') => files.reduce((sum, file) => sum + file[of], 0)
  return {
    files,
    kinds: kindsOf(verdicts.map(({ verdict }) => verdict)),
    wrong,
    agree: total('agree'),
    all: total('all'),
  }
}

function kindsOf(verdicts: readonly Verdict[]): Agreement['kinds'] {
  const counts = new Map<string, { agree: number; all: number }>()
  for (const { byKind } of verdicts)
    for (const [name, { agree, all }] of byKind) {
      const count = counts.get(name) ?? { agree: 0, all: 0 }
      counts.set(name, { agree: count.agree + agree, all: count.all + all })
    }
  return [...counts]
    .map(([name, count]) => {
      const [kind = '', level = ''] = name.split(' ')
      return { kind, level, ...count }
    })
    .sort((a, b) => (a.kind === b.kind ? b.all - a.all : a.kind < b.kind ? -1 : 1))
}
