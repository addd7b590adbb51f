import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Item, Published } from '#sandbox/items.ts'

/** What a run of a cell gave. */
export interface CellRun {
  readonly state: 'done' | 'failed' | 'stopped'
  readonly items: readonly Item[]
  readonly values: Readonly<Record<string, Published>>
}

/**
 * The run that a file of the folder keeps under the key, else a new one, which is kept. A run that stopped is not: it
 * may have met a busy machine.
 */
export async function remembered(
  key: string,
  run: () => Promise<CellRun>,
  folder = '.cache/cells',
): Promise<CellRun> {
  const path = join(folder, `${key}.json`)
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as CellRun
  } catch {
    const result = await run()
    if (result.state === 'stopped') return result
    mkdirSync(folder, { recursive: true })
    writeFileSync(path, JSON.stringify(result))
    return result
  }
}
