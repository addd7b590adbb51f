import { plan } from '#engine/core/plan/build.ts'
import { run } from '#engine/core/run.ts'
import { replicaSet } from '#engine/replica-set/replica-set.ts'
import { releases } from '#engine/replica-set/versions.ts'

/** What one order comes to with the defaults of one release. */
export interface DefaultsOutcome {
  readonly version: string
  readonly told: 'acknowledged' | 'unknown'
  readonly kept: boolean
  readonly modelled: readonly string[]
  readonly cited: readonly string[]
  readonly sources: readonly string[]
}

/** One plan for all releases: the primary is cut off together with a client that writes, then the link heals. */
export function outcomesByRelease(): readonly DefaultsOutcome[] {
  return releases.map(({ version, settings, modelled, cited, sources }) => {
    const clients = [{ id: 'waiter', near: 'A' }]
    const story = plan(replicaSet({ ...settings, clientSelectionMs: 15_000 }), { clients, until: 60_000 })
      .at(3_000)
      .cut(['A', 'waiter'], ['B', 'C'])
      .at(4_000)
      .write('table 3', 'no nuts', { by: 'waiter' })
      .at(25_000)
      .mend()
    const { history, final } = run(story)
    const documents = ['A', 'B', 'C'].map((id) => {
      const { contents } = final.get(id)!.disk as { contents: { documents: { has(key: string): boolean } } }
      return contents.documents.has('table 3')
    })
    return {
      version,
      told: history[0]!.return === null ? 'unknown' : 'acknowledged',
      kept: documents.every((has) => has),
      modelled,
      cited,
      sources,
    }
  })
}
