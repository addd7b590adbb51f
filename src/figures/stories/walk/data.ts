/** A word on the plane. */
export interface Place {
  readonly word: string
  readonly group: string
  readonly x: number
  readonly y: number
}

/** One step of a search: the word it stands on (-1: none), in which layer, and which words it compares from there. */
export type WalkStep = readonly [from: number, layer: number, ...compared: number[]]

/** One search of one question with one setting of the dial. */
export interface Walked {
  readonly question: number
  readonly method: 'exact' | 'ivf' | 'hnsw'
  readonly dial: number
  readonly steps: readonly WalkStep[]
  readonly found: readonly number[]
  readonly recall: number
  readonly compared: number
}

/** Words on a plane, and every walk to the nearest of them that the dials can ask for. */
export interface WalkData {
  readonly places: readonly Place[]
  /** The words that are asked for: they're not among those that are searched. */
  readonly questions: readonly Place[]
  /** The share of the vectors' variance that the plane shows. */
  readonly shown: number
  readonly walks: readonly Walked[]
}

/** The steps of each method's dial: lists that are looked into, and the width of the beam. */
export const dials = { exact: [1], ivf: [1, 2, 4, 8], hnsw: [1, 3, 6, 12] } as const

/** How many true neighbours are looked for. */
export const nearestCount = 5

/** One step in words. */
export function stepText(
  { places, questions }: WalkData,
  { method, question, steps, dial }: Walked,
  at: number,
): string {
  const [from, layer, ...compared] = steps[at]!
  const name = (row: number) => places[row]!.word
  if (method === 'exact') return `Compares “${questions[question]!.word}” with all ${compared.length} words.`
  if (method === 'ivf')
    return at === 0
      ? `Compares the question with the centres of the ${dials.ivf.at(-1)} lists.`
      : `Reads list ${at} of ${dial}: ${compared.map(name).join(', ')}.`
  if (at === 0) return `Begins at the entry, “${name(from)}”.`
  const what = compared.length === 0 ? 'nothing new to compare' : `compares ${compared.map(name).join(', ')}`
  return `Stands on “${name(from)}”${layer > 0 ? ` in layer ${layer}` : ''}: ${what}.`
}
