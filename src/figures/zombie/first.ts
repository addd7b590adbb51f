import type { Plan } from '#engine'
import { dayCount } from './days.ts'
import type { Story } from './story.ts'
import { tellDay } from './tell.ts'

/** What the build computes: the past that all days share, and for pages without script every ending. */
export interface FirstFrame {
  /** The run of the last day, without anything that comes after `commonUntil`. */
  readonly first: Story
  readonly commonUntil: number
  readonly stories: readonly Story[]
}

/** Half a day after the silent replica is back, all runs have been the same but for refused repairs. */
export function firstFrame(plan: Plan): FirstFrame {
  const stories = Array.from({ length: dayCount }, (_, day) => tellDay(plan, day))
  const whole = stories[dayCount - 1]!
  const commonUntil = Math.max(...whole.silent.map(({ to }) => to)) + 3 * 3_600_000
  return { first: pastOf(whole, commonUntil), commonUntil, stories }
}

/** The story as it's known at a moment: what comes later isn't even in the page. */
export function pastOf(story: Story, until: number): Story {
  return {
    ...story,
    bands: story.bands
      .filter(({ from }) => from < until)
      .map((band) => ({ ...band, to: Math.min(band.to, until) })),
    streams: [],
    moments: story.moments.filter(({ at }) => at <= until),
    dinner: null,
    ending: 'lurking',
    repair: 'refused',
    events: 0,
  }
}
