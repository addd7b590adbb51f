import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const declared =
  /^export (?:default )?(?:async |abstract )?(?:(?:function\*?|let|class|interface|type) +([\w$]+)|const +([\w$]+|\{.*?\}))/

/** The exports of a file as Prettier writes it that no docstring stands right before, by name. */
function unsaid(text: string): readonly string[] {
  const lines = text.split('\n')
  return lines.flatMap((line, index) => {
    const [, one, bound] = declared.exec(line) ?? []
    const name = one ?? bound
    if (name === undefined) return []
    const before = lines.slice(0, index).findLast((one) => !one.startsWith('// eslint-disable'))
    return before?.trimEnd().endsWith('*/') ? [] : [name]
  })
}

/** What Astro asks of a page by these names: its own documentation says what they are. */
const astroAsks = /^src\/pages\/.*: (GET|getStaticPaths)$/

test('every export says what it means', () => {
  const files = globSync(['{src,components,scripts}/**/*.{ts,tsx}'], { exclude: ['**/*.d.ts'] })
  expect(files.length).toBeGreaterThan(500)
  const found = files.flatMap((file) => unsaid(readFileSync(file, 'utf8')).map((name) => `${file}: ${name}`))
  expect(found.filter((one) => !astroAsks.test(one))).toEqual([])
})

test('an export without a docstring is found, of whatever sort, and nothing else is', () => {
  const text = `/** Said. */
export const a = 1
export const b = 2
export function* c() {}
export interface D {}
/**
 * Said on lines of its own.
 */
// eslint-disable-next-line no-console -- said above
export const said = 1

export abstract class E {}
export type F = 1
const local = 4
// No docstring.
export default async function g() {}
export const { h } = local
export type { I } from './i.ts'
export type { J }
export { local }`
  expect(unsaid(text)).toEqual(['b', 'c', 'D', 'E', 'F', 'g', '{ h }'])
})
