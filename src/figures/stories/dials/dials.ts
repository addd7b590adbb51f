import { exactSearch, recallOf } from '#engine/vectors/exact.ts'
import { Hnsw } from '#engine/vectors/hnsw.ts'
import { Ivf } from '#engine/vectors/ivf.ts'
import { Space, type Hit } from '#engine/vectors/space.ts'
import { dialValues, nearestCount, type DialIndex, type DialPoint, type DialsData } from './data.ts'

/** Every index of the dials over the rows, and what each of its searches finds for the questions. Pure. */
export function measuredDials(rows: readonly Float32Array[], questions: readonly Float32Array[]): DialsData {
  const space = Space.of(rows)
  const truth = questions.map((question) => exactSearch(space, question, nearestCount))

  const measured = (dial: number, search: (question: Float32Array) => readonly Hit[]): DialPoint => {
    space.compared = 0
    const found = questions.map(search)
    const shares = found.map((hits, at) => recallOf(hits, truth[at]!))
    return {
      dial,
      recall: shares.reduce((sum, share) => sum + share, 0) / shares.length,
      compared: space.compared / questions.length,
    }
  }
  const built = <T>(make: () => T): { readonly index: T; readonly buildCompared: number } => {
    space.compared = 0
    const index = make()
    return { index, buildCompared: space.compared / rows.length }
  }

  const ivf = dialValues.lists.map((lists): DialIndex => {
    const { index, buildCompared } = built(() => new Ivf(space, { lists }))
    const points = dialValues.probes.map((probes) =>
      measured(probes, (question) => index.search(question, { k: nearestCount, probes })),
    )
    return { method: 'ivf', built: [lists, 0], buildCompared, points }
  })
  const hnsw = dialValues.m.flatMap((m) =>
    dialValues.efConstruction.map((efConstruction): DialIndex => {
      const { index, buildCompared } = built(() => Hnsw.of(space, { m, efConstruction }))
      const points = dialValues.ef.map((ef) =>
        measured(ef, (question) => index.search(question, { k: nearestCount, ef })),
      )
      return { method: 'hnsw', built: [m, efConstruction], buildCompared, points }
    }),
  )
  return { rows: rows.length, dims: space.dims, questions: questions.length, indexes: [...ivf, ...hnsw] }
}
