import { computed, signal } from '@preact/signals'
import type { Plan } from '#engine'
import { wantsStill } from '#figures/motion.ts'
import type { Story } from './story.ts'
import type { Guess, ZombieFrame } from './view.tsx'
import { firstCooked } from './words.ts'

/** How long each day's run stands alone before the next is painted. */
const paintMs = 70

/** How the figure begins. */
export interface ZombieOptions {
  readonly id: string
  readonly plan: Plan
  /** The run of one day, for the first frame: only what all days have in common is drawn of it. */
  readonly first: Story
  readonly commonUntil: number
  /** Where the slider stands before the prediction. */
  readonly startDay: number
}

/** All that moves in the figure. The engine is fetched when the figure is seen, and runs in this page. */
export function openSession({ id, plan, first, commonUntil, startDay }: ZombieOptions) {
  const guess = signal<Guess | undefined>(undefined)
  const day = signal(startDay)
  const stories = signal<readonly Story[]>([])
  const done = signal(false)
  let telling: Promise<typeof import('./tell.ts')> | undefined

  const frame = computed<ZombieFrame>(() => ({
    id,
    phase: guess.value === undefined ? 'predict' : done.value ? 'open' : 'running',
    story: stories.value[day.value] ?? first,
    stories: stories.value,
    day: day.value,
    guess: guess.value,
    commonUntil,
  }))

  /** Fetches the engine, so that the runs can begin at once. */
  function prepare(): void {
    telling ??= import('./tell.ts')
  }

  /** Takes the prediction, runs the fifteen days one after the other, and opens the future. */
  async function predict(prediction: Guess): Promise<void> {
    guess.value = prediction
    prepare()
    const { tellAll } = await telling!
    for (const told of tellAll(plan)) {
      stories.value = told
      await new Promise((resume) => setTimeout(resume, wantsStill() ? 0 : paintMs))
    }
    if (prediction === 'never') day.value = firstCooked(stories.value) ?? day.value
    done.value = true
  }

  return { frame, prepare, predict, setDay: (to: number) => (day.value = to) }
}
