import { exactSearch, recallOf } from '#engine/vectors/exact.ts'
import { Hnsw } from '#engine/vectors/hnsw.ts'
import { Ivf } from '#engine/vectors/ivf.ts'
import { Space, type Hit } from '#engine/vectors/space.ts'
import { dials, nearestCount, type Place, type WalkData, type Walked, type WalkStep } from './data.ts'
import { planeOf } from './plane.ts'

/** Every walk that the figure can show: real word vectors, searched in all their dimensions and drawn in two. */
export function walksOf(
  words: readonly { readonly word: string; readonly group: string; readonly vector: Float32Array }[],
  asked: readonly string[],
): WalkData {
  const searched = words.filter(({ word }) => !asked.includes(word))
  const questions = asked.map((word) => words.find((one) => one.word === word)!)
  const space = Space.of(searched.map(({ vector }) => vector))
  const { project, shown } = planeOf(searched.map(({ vector }) => vector))
  const placed = ({ word, group, vector }: (typeof words)[number]): Place => ({
    word,
    group,
    ...project(vector),
  })
  const ivf = new Ivf(space, { lists: 8, seed: 3 })
  const hnsw = Hnsw.of(space, { m: 3, efConstruction: 12 })
  const walks = questions.flatMap(({ vector }, question) => {
    const truth = exactSearch(space, vector, nearestCount)
    const told = (
      method: Walked['method'],
      dial: number,
      steps: readonly WalkStep[],
      hits: readonly Hit[],
    ): Walked => ({
      question,
      method,
      dial,
      steps,
      found: hits.map(({ row }) => row),
      recall: recallOf(hits, truth),
      compared:
        steps.reduce((sum, [, , ...compared]) => sum + compared.length, 0) +
        (method === 'ivf' ? ivf.members.length : 0),
    })
    const all = [...searched.keys()]
    const exact = told('exact', 1, [[-1, 0, ...all]], truth)
    return [
      exact,
      ...dials.ivf.map((probes) =>
        told('ivf', probes, ivfSteps(ivf, vector, probes), ivf.search(vector, { k: nearestCount, probes })),
      ),
      ...dials.hnsw.map((ef) => {
        const steps: WalkStep[] = [[hnsw.entry, 0, hnsw.entry]]
        const hits = hnsw.search(
          vector,
          { k: Math.min(nearestCount, Math.max(ef, 1)), ef },
          {
            watch: ({ layer, from, compared }) => {
              steps.push([from, layer, ...compared.map(({ row }) => row)])
            },
          },
        )
        return told('hnsw', ef, steps, hits)
      }),
    ]
  })
  return { places: searched.map(placed), questions: questions.map(placed), shown, walks }
}

function ivfSteps(ivf: Ivf, vector: Float32Array, probes: number): readonly WalkStep[] {
  return [[-1, 0], ...ivf.probed(vector, probes).map((list): WalkStep => [-1, 0, ...ivf.members[list]!])]
}
