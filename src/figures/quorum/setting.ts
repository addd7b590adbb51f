import { letters, type LevelName, needOf } from './quorum.ts'

/** What the reader has set. */
export interface QuorumSetting {
  readonly copies: number
  readonly write: LevelName
  readonly read: LevelName
  /** How much of the time one node is up, in millionths. */
  readonly millionths: number
  /** The nodes that are down now. Only the playground switches them. */
  readonly down: readonly string[]
}

/** How much of the time one node may be up, in millionths: from 90% to 99.99%. */
export const availabilities = [900_000, 950_000, 990_000, 995_000, 999_000, 999_900] as const

/** A level that the new number of copies doesn't reach becomes ALL; nodes that are gone can't be down. */
export function settled(setting: QuorumSetting): QuorumSetting {
  const fit = (level: LevelName) => (needOf(level, setting.copies) === undefined ? 'ALL' : level)
  const there = letters.slice(0, setting.copies) as readonly string[]
  return {
    ...setting,
    write: fit(setting.write),
    read: fit(setting.read),
    down: setting.down.filter((node) => there.includes(node)),
  }
}
