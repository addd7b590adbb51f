/** What a learner's visit keeps of one question: its first answer counts, its last is shown again. */
export interface Kept {
  readonly version: number
  /** Whether the first answer was right. */
  readonly right: boolean
  /** The last answer, in short. */
  readonly choice: string
}

/** The version of the text below: another one isn't read. */
const format = 1

/** Kept answers as a short text: SCORM 1.2 holds 4,096 signs. A choice is cut where the whole would be longer. */
export function keptText(kept: ReadonlyMap<string, Kept>, most = 4000): string {
  for (const length of [80, 40, 20, 8, 0]) {
    const rows = [...kept].map(([id, { version, right, choice }]) => [
      id.split('.')[1] ?? id,
      version,
      right ? 1 : 0,
      choice.slice(0, length),
    ])
    const text = JSON.stringify([format, rows])
    if (text.length <= most) return text
  }
  return ''
}

/** Reads {@link keptText}, whatever a platform gives back: nothing where it's none. Ids get their lesson back. */
export function readKept(text: string, lesson: string): ReadonlyMap<string, Kept> {
  const kept = new Map<string, Kept>()
  let read: unknown
  try {
    read = JSON.parse(text)
  } catch {
    return kept
  }
  if (!Array.isArray(read) || read[0] !== format || !Array.isArray(read[1])) return kept
  for (const row of read[1] as unknown[]) {
    if (!Array.isArray(row)) continue
    const [id, version, right, choice] = row as unknown[]
    if (typeof id === 'string' && Number.isSafeInteger(version) && typeof choice === 'string')
      kept.set(`${lesson}.${id}`, { version: version as number, right: right === 1, choice })
  }
  return kept
}
