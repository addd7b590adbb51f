import { lessonSlugs } from '#build/lessons.ts'
import { keptPlans } from '#build/plans.ts'
import { tooLong } from '#figures/cluster-bench/too-long.ts'
import type { KeptName } from '#figures/cluster-bench/gallery.tsx'
import { outlineWithoutStates } from '#figures/cluster/run.ts'
// The stores of lesson 7 make themselves known, so that their runs can be drawn.
import '#figures/programs.ts'
import { pictureOfRun } from './run-picture.ts'

type Kept = ReturnType<typeof keptPlans> extends ReadonlyMap<string, infer One> ? One : never
type Plan = Kept extends { readonly plan: infer P } ? P : never

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

let known: readonly KeptName[] | undefined

/** The kept plans that the bench can draw, as its list offers them: the lessons' first. Each is run once, for its picture. */
export function keptNames(): readonly KeptName[] {
  return (known ??= namesOfAll())
}

function namesOfAll(): readonly KeptName[] {
  const slugs = lessonSlugs()
  const names = [...keptPlans().values()]
    .filter(({ plan }) => plan.nodes.length <= 12 && !tooLong.includes(plan.system))
    .map(({ id, shows, plan }): KeptName => {
      const [file = '', name = id] = id.split('.')
      const lesson = slugs.indexOf(file) + 1
      return {
        id,
        group: lesson === 0 ? (groups[file] ?? file) : `Lesson ${lesson}`,
        name: name.replaceAll('-', ' '),
        shows: shows.trim(),
        title: /^.*?[.!?](?=\s|$)/s.exec(shows.trim())?.[0] ?? shows.trim(),
        tags: tagsOf(plan),
        ...(isSlow(plan) ? {} : { picture: pictureOfRun(outlineWithoutStates(plan)) }),
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

/** What happens in a plan, in the words that a reader would look for. */
const tags: readonly (readonly [tag: string, does: readonly string[]])[] = [
  ['clock', ['clock']],
  ['cut', ['cut']],
  ['crash', ['crash']],
  ['pause', ['pause']],
  ['messages', ['drop', 'hold', 'duplicate']],
  ['delete', ['delete']],
  ['repair', ['repair']],
  ['membership', ['join', 'leave']],
  ['election', ['stepDown']],
]

function tagsOf({ ops, faults, system, nodes, clients }: Plan): readonly string[] {
  const done = new Set<string>([...ops, ...faults].map((entry) => entry.do))
  const found = tags.filter(([, does]) => does.some((one) => done.has(one)))
  const hasClock = [...nodes, ...clients].some(({ clock }) => clock !== undefined)
  return [
    ...new Set([system.replace('-', ' '), ...(hasClock ? ['clock'] : []), ...found.map(([tag]) => tag)]),
  ]
}

/** Trees of a million leaves take the build seconds, and a reader who opens the plan as well: it's offered without a picture. */
function isSlow(plan: Plan): boolean {
  return [...JSON.stringify(plan).matchAll(/"depth":(\d+)/g)].some(([, depth]) => Number(depth) > 12)
}
