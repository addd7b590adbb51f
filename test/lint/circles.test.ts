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

/** For each room the rooms that it imports. */
const rooms = new Map<string, Set<string>>()
for (const file of files)
  for (const to of importsOf(file)) {
    const [from, reached] = [roomOf(file), roomOf(to)]
    if (from !== reached) rooms.set(from, (rooms.get(from) ?? new Set()).add(reached))
  }

/** The way from a room back to itself, where there is one. */
function circleFrom(start: string): readonly string[] | undefined {
  const waiting = [...(rooms.get(start) ?? [])].map((room) => [start, room])
  const seen = new Set<string>()
  for (const way of waiting) {
    const last = way.at(-1)!
    if (last === start) return way
    if (seen.has(last)) continue
    seen.add(last)
    for (const next of rooms.get(last) ?? []) waiting.push([...way, next])
  }
  return undefined
}

test('no room imports, by whatever way, a room that imports it', () => {
  expect(rooms.size).toBeGreaterThan(15)
  expect([...rooms.get('src/pages')!]).toContain('components')
  const circles = [...rooms.keys()].flatMap((room) => circleFrom(room)?.join(' -> ') ?? [])
  expect(circles).toEqual([])
})
