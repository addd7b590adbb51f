import { lessonSlugs } from '#build/lessons.ts'
import { keptPlans } from '#build/plans.ts'
import { tooLong } from '#figures/cluster-bench/too-long.ts'
import type { KeptName, Mark, PlanPicture } from '#figures/cluster-bench/gallery.tsx'

type Kept = ReturnType<typeof keptPlans> extends ReadonlyMap<string, infer One> ? One : never
type Plan = Kept extends { readonly plan: infer P } ? P : never
type Entry = Plan['ops'][number] | Plan['faults'][number]

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
        picture: pictureOf(plan),
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

/** As many entries as a small picture can tell apart. */
const mostMarks = 18

function pictureOf({ nodes, ops, faults }: Plan): PlanPicture {
  const entries = [...ops, ...faults].sort((one, other) => one.at - other.at).slice(0, mostMarks)
  const lane = (id: string | undefined) =>
    Math.max(
      0,
      nodes.findIndex((node) => node.id === id),
    )
  const x = (index: number) => (entries.length < 2 ? 0.5 : index / (entries.length - 1))
  return { lanes: nodes.length, marks: entries.map((entry, index) => markOf(entry, lane, x(index))) }
}

function markOf(entry: Entry, lane: (id: string | undefined) => number, x: number): Mark {
  const at = Number(x.toFixed(2))
  if (entry.do === 'cut') return ['cuts', 0, at]
  if (entry.do === 'mend') return ['mends', 0, at]
  if ('node' in entry)
    return [entry.do === 'crash' || entry.do === 'pause' ? 'breaks' : 'mends', lane(entry.node), at]
  if ('of' in entry) return ['breaks', lane(entry.of), at]
  if ('message' in entry) return ['breaks', lane(entry.message.split('>')[0]), at]
  return ['asks', lane('coordinator' in entry ? entry.coordinator : undefined), at]
}
