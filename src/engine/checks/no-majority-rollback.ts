import type { Json } from '../core/types.ts'
import { broken, checkOf, holds, vacuous } from './check.ts'

interface Place {
  readonly term: number
  readonly index: number
}

/**
 * Nothing that a majority had is rolled back: no entry is undone after a primary has found it committed. Members say so
 * with the notes 'advance commit point' (`committed`) and 'roll back' (`undone`).
 * (NeverRollbackCommitted in MongoDB's RaftMongo.tla.)
 */
export const noMajorityRollback = checkOf('no majority rollback', 'trace', (run) => {
  const committed = new Map<string, number>()
  for (const event of run.trace) {
    if (event.type !== 'note') continue
    if (event.text === 'advance commit point') {
      for (const { term, index } of placesIn(event.data, 'committed'))
        committed.set(`${term}.${index}`, event.index)
    } else if (event.text === 'roll back') {
      const lost = placesIn(event.data, 'undone').find(({ term, index }) => committed.has(`${term}.${index}`))
      if (lost === undefined) continue
      const name = `${lost.term}.${lost.index}`
      return broken(`${event.node} undid entry ${name}, which a majority had.`, [committed.get(name)!, event.index]) // prettier-ignore
    }
  }
  if (committed.size === 0) return vacuous('No entry was committed.')
  return holds(`No committed entry was undone (${committed.size} in all).`)
})

function placesIn(data: Json | undefined, field: string): readonly Place[] {
  return (data as unknown as { readonly [name: string]: readonly Place[] | undefined })[field] ?? []
}
