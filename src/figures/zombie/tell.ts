import type { Plan } from '#engine'
import { scenarioOf } from '#engine/core/registry.ts'
import { run } from '#engine/core/run.ts'
import { heldUnder } from '#engine/ring/held.ts'
import type { RingOptions } from '#engine/ring/options.ts'
import '#engine/ring/ring.ts'
import { dayCount, withRepairOn } from './days.ts'
import { type Held, type Story, storyOf } from './story.ts'

/** Runs the plan with its repair on this day, and reads the story out of the run. */
export function tellDay(plan: Plan, day: number): Story {
  const scenario = scenarioOf(withRepairOn(plan, day))
  const options = scenario.system.options as RingOptions
  const key = String((plan.ops[0]?.args as { readonly key?: string } | undefined)?.key)
  const look = (disk: unknown): Held => {
    const held = heldUnder(disk, options, key)
    return held === 'value' ? 'order' : held
  }
  return storyOf(run(scenario, { record: 'states' }), look, options.gcGraceSeconds * 1000)
}

/** One day after the other, so that the page can breathe between them. */
export function* tellAll(plan: Plan): Generator<readonly Story[], readonly Story[], undefined> {
  const stories: Story[] = []
  for (let day = 0; day < dayCount; day++) {
    stories.push(tellDay(plan, day))
    yield [...stories]
  }
  return stories
}
