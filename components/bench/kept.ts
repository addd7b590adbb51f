import { lessonSlugs } from '#build/lessons.ts'
import { keptPlans } from '#build/plans.ts'
import { tooLong } from '#figures/cluster-bench/too-long.ts'
import type { KeptName } from '#figures/cluster-bench/start-panel.tsx'

/** Files whose names say little to a reader. */
const groups: { readonly [file: string]: string } = {
  findings: 'What the lessons tell of replicas',
  ring: 'The ring, one mechanism each',
  'replica-set': 'The replica set, one mechanism each',
  stores: 'The small stores, one mechanism each',
}

/** What a session calls a kept plan: "Lesson 2: row 3". */
export function keptTitle(id: string): string {
  const found = keptNames().find((kept) => kept.id === id)
  return found === undefined ? id : `${found.group}: ${found.name}`
}

/** The kept plans that the bench can draw, as its list offers them: the lessons' first. */
export function keptNames(): readonly KeptName[] {
  const slugs = lessonSlugs()
  const names = [...keptPlans().values()]
    .filter(({ plan }) => plan.nodes.length <= 12 && !tooLong.includes(plan.system))
    .map(({ id, shows }): KeptName => {
      const [file = '', name = id] = id.split('.')
      const lesson = slugs.indexOf(file) + 1
      return {
        id,
        group: lesson === 0 ? (groups[file] ?? file) : `Lesson ${lesson}`,
        name: name.replaceAll('-', ' '),
        shows: shows.trim(),
      }
    })
  // The lessons' own in the course's order, then what several lessons tell.
  const rank = ({ id }: KeptName) => {
    const [file = ''] = id.split('.')
    const lesson = slugs.indexOf(file)
    return lesson >= 0 ? lesson : slugs.length + (file === 'findings' ? 0 : 1)
  }
  return names.sort((one, other) => rank(one) - rank(other))
}
