/** The settings that the reader can choose, of the index and of the search. */
export const dialValues = {
  lists: [16, 43, 128],
  probes: [1, 2, 4, 8, 16],
  m: [2, 4, 8, 16],
  efConstruction: [10, 40, 160],
  ef: [10, 20, 40, 80, 160],
} as const

/** The name of a dial. */
export type Dial = keyof typeof dialValues

/** The kinds of indexes that have dials. */
export type Method = 'ivf' | 'hnsw'

/** The dials of each method: those that build the index, then the one that every search has. */
export const dialsOf = {
  ivf: ['lists', 'probes'],
  hnsw: ['m', 'efConstruction', 'ef'],
} as const satisfies Record<Method, readonly Dial[]>

/** A choice for every dial, each one of its values. */
export type Setting = Readonly<Record<Dial, number>>

/** What all questions together gave under one setting of the search. */
export interface DialPoint {
  /** Lists read, or `ef`. */
  readonly dial: number
  /** Of the true ten, the mean share found. */
  readonly recall: number
  /** Comparisons a question, those with centres included. */
  readonly compared: number
}

/** One index, and what each setting of its search found. */
export interface DialIndex {
  readonly method: Method
  /** Lists, or M; and efConstruction, or 0. */
  readonly built: readonly [number, number]
  /** Comparisons that building it took, for each row. */
  readonly buildCompared: number
  readonly points: readonly DialPoint[]
}

/** Every index that the dials can ask for, measured by the build. */
export interface DialsData {
  readonly rows: number
  readonly dims: number
  readonly questions: number
  readonly indexes: readonly DialIndex[]
}

/** How many true neighbours are looked for. */
export const nearestCount = 10

/** The index that a setting chooses. */
export function indexOf({ indexes }: DialsData, method: Method, setting: Setting): DialIndex {
  const [first, second] = method === 'ivf' ? [setting.lists, 0] : [setting.m, setting.efConstruction]
  const found = indexes.find(
    (one) => one.method === method && one.built[0] === first && one.built[1] === second,
  )
  if (found === undefined) throw new Error(`no ${method} index was built with ${first} and ${second}`)
  return found
}

/** What was found under a setting. */
export function pointOf(index: DialIndex, { probes, ef }: Setting): DialPoint {
  const dial = index.method === 'ivf' ? probes : ef
  const point = index.points.find((one) => one.dial === dial)
  if (point === undefined) throw new Error(`no search of this index was measured at ${dial}`)
  return point
}
