import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { expect, test } from 'vitest'

/** The rooms: folders of src, and components; within figures each folder by itself, and each file that is in none. */
function roomOf(file: string): string {
  const parts = file.split('/')
  if (parts[0] !== 'src') return parts[0]!
  const depth = /^(stories|instruments)$/.test(parts[2] ?? '') ? 4 : parts[1] === 'figures' ? 3 : 2
  return parts.slice(0, depth).join('/')
}

const files = ['src', 'components'].flatMap((root) =>
  (readdirSync(root, { recursive: true }) as string[])
    .map((path) => join(root, path).replaceAll('\\', '/'))
    .filter((path) => /\.(ts|tsx|astro)$/.test(path)),
)

function importsOf(file: string): readonly string[] {
  const text = readFileSync(file, 'utf8')
  const found = text.matchAll(/(?:\bfrom|\bimport)\s*\(?\s*'([^']+)'/g)
  return [...found].flatMap(([, to]) => {
    if (to!.startsWith('#components/')) return [to!.slice(1)]
    if (to!.startsWith('#')) return [`src/${to === '#engine' ? 'engine/index.ts' : to!.slice(1)}`]
    return to!.startsWith('.') ? [relative('.', join(dirname(file), to!))] : []
  })
}

/** For each file the files that it imports, whether for values or for types. */
const imports = new Map(
  files.map((file) => [file, importsOf(file).filter((to) => files.includes(to))] as const),
)

/** For each room the rooms that it imports. */
const rooms = new Map<string, Set<string>>()
for (const [file, reached] of imports)
  for (const to of reached) {
    const [from, other] = [roomOf(file), roomOf(to)]
    if (from !== other) rooms.set(from, (rooms.get(from) ?? new Set()).add(other))
  }

type Ways = ReadonlyMap<string, Iterable<string>>

/** The shortest way from a room or a file back to itself, where there is one. */
function circleFrom(start: string, ways: Ways): readonly string[] | undefined {
  const waiting = [...(ways.get(start) ?? [])].map((next) => [start, next])
  const seen = new Set<string>()
  for (const way of waiting) {
    const last = way.at(-1)!
    if (last === start) return way
    if (seen.has(last)) continue
    seen.add(last)
    for (const next of ways.get(last) ?? []) waiting.push([...way, next])
  }
  return undefined
}

test('no room imports, by whatever way, a room that imports it', () => {
  expect(rooms.size).toBeGreaterThan(15)
  expect([...rooms.get('src/pages')!]).toContain('components')
  const circles = [...rooms.keys()].flatMap((room) => circleFrom(room, rooms)?.join(' -> ') ?? [])
  expect(circles).toEqual([])
})

test('no file imports, by whatever way, a file that imports it', () => {
  expect(imports.size).toBeGreaterThan(600)
  const circles = [...imports.keys()].flatMap((file) => {
    const circle = circleFrom(file, imports)
    return circle?.join(' -> ') ?? []
  })
  expect(circles).toEqual([])
})
