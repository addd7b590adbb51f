import { commandsOf, composeText, scriptText, type Commands } from '#outline/commands/index.ts'
import { lessonSlugs } from './lessons.ts'
import { keptPlans } from './plans.ts'

/** A kept plan that real databases can run. */
export interface Exported {
  readonly id: string
  readonly shows: string
  readonly commands: Commands
}

/** A lesson's plan that can't be run by a reader, and why. */
interface NotExported {
  readonly id: string
  readonly reasons: readonly string[]
}

let known: { readonly exported: readonly Exported[]; readonly not: readonly NotExported[] } | undefined

/** The lessons' plans as commands for a real cluster, worked out once a build. */
export function lessonCommands() {
  if (known !== undefined) return known
  const exported: Exported[] = []
  const not: NotExported[] = []
  for (const [id, { shows, plan }] of keptPlans()) {
    if (!lessonSlugs().includes(id.split('.')[0] ?? '')) continue
    const commands = commandsOf(plan)
    if ('refused' in commands) not.push({ id, reasons: commands.refused })
    else exported.push({ id, shows, commands })
  }
  known = { exported, not }
  return known
}

/** A plan's name as that of a file: `anti-entropy.row-3` -> `lesson-3-row-3`. */
export function fileNameOf(id: string): string {
  return id.replaceAll('.', '-')
}

/** The plan as one script, its compose file inside. */
export function scriptOf({ id, commands }: Exported): string {
  return scriptText(id, commands)
}

/** The plan's steps as data, with the compose file as a text: for another runner than ours. */
export function dataOf({ id, commands }: Exported): string {
  return `${JSON.stringify({ plan: id, ...commands, compose: composeText(commands) }, null, 2)}\n`
}
