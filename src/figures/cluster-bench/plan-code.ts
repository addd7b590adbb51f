import '#engine/stores.ts'
import { scenarioOf, type Json, type Op, type Plan } from '#engine'
import { isRecord } from '#text/shapes.ts'
import { literal, object } from './literal.ts'
import { type Entry, entriesInOrder } from './plan-entries.ts'
import { settingsOf, optionsOf } from './plan-settings.ts'

/**
 * The plan as the text of a cell that makes it again, entry by entry, and shows its run. What the builder's words
 * can't say is written as plain data, whole.
 * @throws PlanError for a plan of an unknown system
 */
export function planCode(plan: Plan): string {
  const { system } = scenarioOf(plan)
  const entries = entriesInOrder(plan)
  if (!entries.every(isSayable) || !/^[a-z][a-zA-Z-]*$/.test(plan.system)) return asData(plan)
  const maker = plan.system.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase())
  const made = `${maker}(${object(settingsOf(plan, system.options as Json))})`
  const options = object(optionsOf(plan))
  const lines = [firstLine(made, options)]
  const taken = new Set<string>()
  let time = 0
  for (const entry of entries) {
    const word = wordFor(entry)
    const at = entry.at === time ? '' : `.at(${entry.at})`
    time = entry.at
    const own = nextName(entry.do, taken)
    taken.add(entry.id)
    const named = entry.id === own ? '' : `.named(${literal(entry.id)})`
    lines.push(`  ${at}${named}${word}`)
  }
  return `import { plan, ${maker}, run, show } from 'engine'\n\n${lines.join('\n')}\n\nshow(run(scenario, { record: 'states' }))\n`
}

/** Entries as lines of the builder's chain, one each: ".at(501).named('edit-2').crash('B')". */
export function entriesCode(entries: readonly Entry[]): string {
  const taken = new Set<string>()
  return entries
    .map((entry) => {
      const own = nextName(entry.do, taken)
      taken.add(entry.id)
      const named = entry.id === own ? '' : `.named(${literal(entry.id)})`
      return isSayable(entry)
        ? `  .at(${entry.at})${named}${wordFor(entry)}`
        : `  // ${JSON.stringify(entry)}`
    })
    .join('\n')
}

/** As much as fits on a line; else one line for the system and one for what the plan says besides. */
function firstLine(made: string, options: string): string {
  const short = `const scenario = plan(${options === '' ? made : `${made}, ${options}`})`
  if (short.length <= 100) return short
  const long = [made, options].filter((text) => text !== '').map((text) => `  ${text},`)
  return ['const scenario = plan(', ...long, ')'].join('\n')
}

function asData(plan: Plan): string {
  return [
    `import { run, scenarioOf, show } from 'engine'\n`,
    `const scenario = scenarioOf(${JSON.stringify(plan, null, 2)})\n`,
    `show(run(scenario, { record: 'states' }))\n`,
  ].join('\n')
}

/** Whether the builder has words for the entry that give exactly it. */
function isSayable(entry: Entry): boolean {
  if ('client' in entry) return isRecord(entry.args)
  if (entry.do === 'mend') return entry.oneWay !== true
  return entry.do !== 'hold' || entry.byMs !== undefined
}

function wordFor(entry: Entry): string {
  if ('client' in entry) return operationWord(entry)
  switch (entry.do) {
    case 'crash':
      return call('crash', entry.node, entry.disk === 'keep' ? undefined : entry.disk)
    case 'restart':
    case 'pause':
    case 'resume':
      return call(entry.do, entry.node)
    case 'clock':
      return call('clock', entry.of, entry.clock as unknown as Json)
    case 'cut':
      return call(entry.oneWay === true ? 'cutOneWay' : 'cut', oneOrMany(entry.from), oneOrMany(entry.to))
    case 'mend':
      return entry.from.length === 0 && entry.to.length === 0
        ? call('mend')
        : call('mend', oneOrMany(entry.from), oneOrMany(entry.to))
    case 'drop':
      return call('drop', entry.message)
    case 'hold':
    case 'duplicate':
      return call(entry.do, entry.message, entry.byMs || undefined)
  }
}

function operationWord({ do: what, client, coordinator, args }: Op): string {
  const { key, value, ...more } = args as { readonly [name: string]: Json }
  const asking: { [name: string]: Json } = {}
  if (coordinator !== undefined) asking['via'] = coordinator
  if (client !== 'client') asking['by'] = client
  // What an operation is asked with may not be mistaken for how it's asked.
  const clash = 'via' in more || 'by' in more
  const all = { ...asking, ...more }
  const rest = Object.keys(all).length === 0 ? undefined : all
  if (!clash && typeof key === 'string') {
    if (what === 'write' && value !== undefined) return call('write', key, value, rest)
    if ((what === 'read' || what === 'delete') && value === undefined) return call(what, key, rest)
  }
  if (what === 'repair' && client === 'client' && coordinator !== undefined) {
    return call('repair', coordinator, Object.keys(args as object).length === 0 ? undefined : args)
  }
  const isOwn = (what === 'join' || what === 'leave') && client === 'client' && coordinator !== undefined
  if (isOwn && Object.keys(args as object).join() === 'node' && more['node'] === coordinator) {
    return call(what, coordinator)
  }
  return call('ask', what, args, Object.keys(asking).length === 0 ? undefined : asking)
}

function call(word: string, ...given: readonly (Json | undefined)[]): string {
  const args = given.filter((value) => value !== undefined)
  return `.${word}(${args.map((value) => literal(value)).join(', ')})`
}

function oneOrMany(ids: readonly string[]): Json {
  return ids.length === 1 ? ids[0]! : ids
}

/** What the builder would call an entry of this kind. */
function nextName(what: string, taken: ReadonlySet<string>): string {
  let number = 1
  while (taken.has(`${what} ${number}`)) number++
  return `${what} ${number}`
}
