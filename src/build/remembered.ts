import { join } from 'node:path'
import type { Item, Published } from '#sandbox/items.ts'
import { keep, readKept } from './kept.ts'

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
  const known = readKept(path) as CellRun | undefined
  if (known !== undefined) return known
  const result = await run()
  if (result.state !== 'stopped') keep(path, result)
  return result
}
