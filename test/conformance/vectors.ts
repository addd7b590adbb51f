import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, join, relative } from 'node:path'

/** One case of a reference file, with its place for the report. Fields are read through {@link Item.fields}. */
export interface Item {
  /** File within the folder, and position: `dev/ring.json #12`. */
  readonly where: string
  readonly file: string
  readonly kind: string
  readonly fields: Readonly<Record<string, unknown>>
}

/** What was found in a folder: items to check, and reasons why it can't be taken as checked. */
export interface Vectors {
  readonly items: readonly Item[]
  readonly problems: readonly string[]
}

/** Every item of every JSON file in a folder and in the folders below it. */
export function readVectors(folder: string): Vectors {
  if (!existsSync(folder) || !statSync(folder).isDirectory()) {
    return { items: [], problems: [`there is no folder ${folder}`] }
  }
  const items: Item[] = []
  const problems: string[] = []
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.json'),
  )
  for (const name of names.sort()) {
    try {
      items.push(...itemsOf(folder, name))
    } catch (error) {
      problems.push(`${name}: ${error instanceof Error ? error.message : String(error)}`)
    }
  }
  if (names.length === 0) problems.push(`${folder} holds no .json file, nor do the folders in it`)
  else if (items.length === 0) problems.push(`the files in ${folder} hold no item`)
  return { items, problems }
}

function itemsOf(folder: string, name: string): readonly Item[] {
  const content: unknown = JSON.parse(readFileSync(join(folder, name), 'utf8'))
  if (!isRecord(content) || !Array.isArray(content['items']))
    throw new Error('expected an object with a list "items"')
  const given: readonly unknown[] = content['items']
  const { count } = content
  if (given.length === 0) throw new Error('"items" is empty')
  if (count !== undefined && count !== given.length) {
    throw new Error(`"count" says ${String(count)}, but there are ${given.length} items`)
  }
  return given.map((fields, index) => {
    const where = `${relative('.', name)} #${index}`
    if (!isRecord(fields) || typeof fields['kind'] !== 'string')
      throw new Error(`${where}: expected an object with a "kind"`)
    return { where, file: basename(name), kind: fields['kind'], fields }
  })
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
