import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { tableOf } from './harness.ts'

type Told = typeof import('#build/remembered.ts')

/** How often a cell is run that is asked for twice, when its first run ends so. */
async function runsOf({ remembered }: Told, state: 'done' | 'stopped'): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'remembered-'))
  let runs = 0
  const run = async () => {
    runs++
    return { state, items: [], values: {} }
  }
  await remembered('cell', run, folder)
  await remembered('cell', run, folder)
  return runs
}

export const build = tableOf<Told>({
  entry: `export { remembered } from '#build/remembered.ts'`,
  broken: [
    {
      what: 'a run that met a busy machine is remembered',
      file: 'build/remembered.ts',
      find: "if (result.state !== 'stopped') keep(path, result)",
      replace: 'keep(path, result)',
      says: async (told) => [await runsOf(told, 'done'), await runsOf(told, 'stopped')],
      sound: [1, 2],
    },
    {
      what: 'no run is remembered',
      file: 'build/remembered.ts',
      find: "if (result.state !== 'stopped') keep(path, result)",
      replace: 'void keep',
      says: async (told) => [await runsOf(told, 'done'), await runsOf(told, 'stopped')],
      sound: [1, 2],
    },
  ],
})
