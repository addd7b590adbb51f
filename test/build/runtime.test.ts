import { existsSync } from 'node:fs'
import { brotliCompressSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import type { Script } from '#build/bundle.ts'
import { partsOf } from '#build/cells.ts'
import { cellNames, lessonSlugs } from '#build/lessons.ts'
import { engineOf, partNames, partTable, prelude } from '#build/runtime.ts'
import * as all from '#sandbox/parts/all.ts'
import type { PartName } from '#sandbox/engine-part.ts'

/**
 * What a cell's part of the engine may weigh as it travels: 28 KB; 30 KB with what few repairs ask for; and 35 KB where it
 * brings two whole databases, as a duel does. The assistant of lesson 7 is four stores and a lexicon: 42 KB.
 */
const engineLimit = 28 * 1024
const maintenanceLimit = 30 * 1024
const duelLimit = 35 * 1024
const assistantLimit = 42 * 1024

function limitOf(parts: readonly PartName[]): number {
  if (parts.includes('assistant')) return assistantLimit
  const isPair = parts.includes('duel') || (parts.includes('ring') && parts.includes('replica-set'))
  if (isPair) return duelLimit
  return parts.includes('maintenance') || parts.includes('moving') ? maintenanceLimit : engineLimit
}

/** Many cells share one engine, and brotli takes a quarter of a second for each: weighed once. */
const weights = new Map<string, number>()

function weight({ text, hash }: Script): number {
  const known = weights.get(hash) ?? brotliCompressSync(text).length
  weights.set(hash, known)
  return known
}

describe('what travels for a run', () => {
  it('the prelude, the same for every cell, is at most 9 KB', async () => {
    expect(weight(await prelude())).toBeLessThanOrEqual(9 * 1024)
  })

  it.each<PartName[][]>([
    [['trees']],
    [['run']],
    [['run', 'ring']],
    [['run', 'ring', 'upkeep']],
    [['run', 'ring', 'search']],
    [['run', 'ring', 'stored']],
    [['run', 'ring', 'search', 'judge']],
    [['run', 'replica-set', 'search']],
  ])('the engine as %j is at most 28 KB', async (parts) => {
    expect(weight(await engineOf(parts))).toBeLessThanOrEqual(engineLimit)
  })

  it('a duel, with both databases, is at most 35 KB', async () => {
    expect(weight(await engineOf(['run', 'ring', 'replica-set', 'duel']))).toBeLessThanOrEqual(duelLimit)
  })

  const cells = lessonSlugs().flatMap((slug) => cellNames(slug).map((name): [string, string] => [slug, name]))
  it.each(cells)('the engine of %s/%s is within its limit', async (slug, name) => {
    const parts = await partsOf(slug, name)
    expect(weight(await engineOf(parts)), parts.join(', ')).toBeLessThanOrEqual(limitOf(parts))
  })

  it('everything, for readers who import what no cell of ours does, is at most 68 KB', async () => {
    expect(weight(await engineOf(partNames))).toBeLessThanOrEqual(68 * 1024)
  })
})

describe('the parts', () => {
  it.each(partNames)('%s gives nothing that the whole does not give under the same name', async (part) => {
    const file = existsSync(`src/sandbox/parts/${part}.ts`)
      ? `sandbox/parts/${part}.ts`
      : `engine/${part}/index.ts`
    const module = (await import(`../../src/${file}`)) as { readonly [name: string]: unknown }
    expect([...partTable.parts[part]!].sort()).toEqual(Object.keys(module).sort())
    const whole = all as { readonly [name: string]: unknown }
    // A namespace is made anew by each file that hands it on.
    for (const [name, value] of Object.entries(module)) {
      if (typeof value === 'function') expect(value, name).toBe(whole[name])
      else expect(whole).toHaveProperty(name)
    }
  })

  it('are those of the sandbox and the systems of the engine, found by their folders', () => {
    expect(partNames).toEqual(
      expect.arrayContaining(['trees', 'run', 'upkeep', 'replica-set', 'ring', 'sharded']),
    )
    expect(partNames).not.toContain('all')
  })

  it('a system brings its face to no cell, and tells what it stores where a check looks inside', async () => {
    const plain = (await engineOf(['run', 'ring'])).text
    const looking = (await engineOf(['run', 'ring', 'stored'])).text
    for (const { text } of [await engineOf(partNames), { text: plain }, { text: looking }])
      expect(text).not.toContain('after Cassandra')
    expect(looking).toContain('stored copies can be read in')
    expect(plain).not.toContain('stored copies can be read in')
  })
})
