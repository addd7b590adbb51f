import { existsSync, readFileSync } from 'node:fs'
import { parse } from 'yaml'

/** Where the transcripts of the real cluster lie. */
const recordedFolder = 'content/recorded/cassandra-5.0.5'

/**
 * A transcript's text.
 * @throws Error that fails the build when there's none of that name
 */
export function transcript(name: string): string {
  const path = `${recordedFolder}/${name}`
  if (!existsSync(path))
    throw new Error(`There is no transcript ${path}. Expected the name of a file in ${recordedFolder}.`)
  return readFileSync(path, 'utf8').replaceAll('\r\n', '\n')
}

/** content/recorded/settings.yaml: what holds for every transcript. */
export interface RecordedSettings {
  readonly product: string
  readonly version: string
  /** 2026-11-30. */
  readonly date: string
  readonly machine: string
  readonly keyspace: string
  readonly settings: readonly string[]
  readonly notation: readonly { readonly sign: string; readonly means: string }[]
  readonly shortened: string
}

/** The machine and the settings with which the transcripts were recorded. */
export function recordedSettings(): RecordedSettings {
  return parse(readFileSync('content/recorded/settings.yaml', 'utf8')) as RecordedSettings
}

/** "30 November 2026". */
export function recordedDate(): string {
  const [year = '', month = '', day = ''] = recordedSettings().date.split('-')
  return `${Number(day)} ${months[Number(month) - 1]} ${year}`
}

const months = [
  'January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November',
  'December',
] // prettier-ignore

/** One line of overstream.txt: what arrived where when so many rows were missing on B. */
interface RecordedRepair {
  readonly missing: number
  /** The cap that was set: repair_session_max_tree_depth. */
  readonly depth: number
  /** For each pair that differed. */
  readonly ranges: readonly number[]
  readonly arrived: { readonly A: number; readonly B: number; readonly C: number }
}

/** One line of tree-memory.txt. */
interface RecordedMemory {
  readonly missing: number
  readonly mebibytes: number
  readonly ranges: readonly number[]
  readonly arrived: { readonly A: number; readonly B: number; readonly C: number }
}

/** overstream.txt, line by line. */
export function recordedRepairs(): readonly RecordedRepair[] {
  return jsonLines('overstream.txt').map((line) => {
    const {
      missing,
      depth,
      out_of_sync: pairs,
      streamed,
    } = line as {
      missing: number
      depth: number
      out_of_sync: [string, number][]
      streamed: Record<'A' | 'B' | 'C', { rows: number }>
    }
    const { A, B, C } = streamed
    return {
      missing,
      depth,
      ranges: pairs.map(([, ranges]) => ranges),
      arrived: { A: A.rows, B: B.rows, C: C.rows },
    }
  })
}

/** tree-memory.txt, line by line. */
export function recordedMemory(): readonly RecordedMemory[] {
  return jsonLines('tree-memory.txt').map((line) => {
    const {
      missing,
      repair_session_space_MiB: mebibytes,
      ranges_out_of_sync: ranges,
      rows_streamed_to: arrived,
    } = line as {
      missing: number
      repair_session_space_MiB: number
      ranges_out_of_sync: number[]
      rows_streamed_to: { A: number; B: number; C: number }
    }
    return { missing, mebibytes, ranges, arrived }
  })
}

/** One line of overstream-engine.txt: what the engine said before the real cluster was run. */
interface ForecastRepair {
  readonly missing: number
  /** The cap that was to be set, and how deep the engine took the trees to be. */
  readonly cap: number
  readonly depth: number
  /** For each pair that was to differ. */
  readonly ranges: number
  /** Rows to B from each of its neighbours. */
  readonly fromEach: number
}

/** overstream-engine.txt, line by line. */
export function forecastRepairs(): readonly ForecastRepair[] {
  return jsonLines('overstream-engine.txt').map((line) => {
    const {
      missing,
      depthCap: cap,
      depths,
      outOfSyncPerPair: ranges,
      partitionsToBFromEach: fromEach,
    } = line as {
      missing: number
      depthCap: number
      depths: number[]
      outOfSyncPerPair: number
      partitionsToBFromEach: number
    }
    return { missing, cap, depth: Math.max(...depths), ranges, fromEach }
  })
}

/** By how many rows are missing, which ones: the ids of overstream-missing.json. */
export function recordedMissing(): Readonly<Record<string, readonly number[]>> {
  return JSON.parse(transcript('overstream-missing.json')) as Record<string, readonly number[]>
}

function jsonLines(name: string): readonly unknown[] {
  return transcript(name)
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as unknown)
}

/** A line that a lesson prints from a transcript: how the line begins, and words that stand in it. */
interface Excerpt {
  readonly at: string
  readonly says: string
}

/**
 * The lines as they're printed: the whole line where it's short, else how it begins, the words, and what was left out
 * as an ellipsis.
 * @throws Error that fails the build when the transcript has no such line after the one before
 */
export function excerptLines(file: string, excerpts: readonly Excerpt[]): readonly string[] {
  const lines = transcript(file).split('\n')
  let from = 0
  return excerpts.map(({ at, says }) => {
    const found = lines.findIndex(
      (line, index) => index >= from && line.startsWith(at) && line.includes(says),
    )
    if (found < 0)
      throw new Error(
        `${recordedFolder}/${file}: expected a line that begins with "${at}" and has "${says}" ` +
          `(after line ${from}). Correct the excerpt in content/recorded/transcripts.yaml.`,
      )
    from = found + 1
    const line = lines[found]!
    if (line.length <= 110) return line
    const begins = at === '[' ? '' : at
    const rest = line.slice(begins.length)
    const start = rest.indexOf(says)
    return `${begins}${start > 1 ? ' … ' : ''}${says}${start + says.length < rest.length ? ' …' : ''}`
  })
}

/** primary-range.txt: how many of its rows C held after `repair -pr` on A, on B too, and on C as well. */
export function recordedPrimaryRange(): readonly number[] {
  const lines = transcript('primary-range.txt').split('\n')
  const after = lines.flatMap((line, index) =>
    line.startsWith('C> select id, token(id)') ? [JSON.parse(lines[index + 1] ?? '[]') as unknown[]] : [],
  )
  if (after.length !== 3)
    throw new Error(`primary-range.txt: expected three listings of C, found ${after.length}`)
  return after.map(({ length }) => length)
}
