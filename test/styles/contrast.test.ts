import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

type Theme = 'light' | 'dark'
const css = readFileSync(new URL('../../src/styles/tokens.css', import.meta.url), 'utf8')
const tokens = new Map(
  [...css.matchAll(/--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)].map(
    ([, name, light, dark]) => [name ?? '', { light: light ?? '', dark: dark ?? '' }] as const,
  ),
)

/** Relative luminance and contrast as WCAG 2.2 defines them. */
function luminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const share = parseInt(colour.slice(at, at + 2), 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  }) as [number, number, number]
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(one: string, other: string, theme: Theme): number {
  const [dark, light] = [one, other]
    .map((name) => {
      const token = tokens.get(name)
      if (token === undefined) throw new Error(`tokens.css has no colour --${name} with both themes`)
      return luminance(token[theme])
    })
    .sort((a, b) => a - b) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

const grounds = ['paper', 'sheet', 'wash']
const nodes = ['A', 'B', 'C', 'D', 'E', 'F']
const washes = ['mark-wash', 'alarm-wash', 'good-wash', ...nodes.map((node) => `${node}-wash`)]
const syntax = ['keyword', 'string', 'name', 'number', 'type', 'comment'].map((name) => `syntax-${name}`)

const pairs: readonly [name: string, grounds: readonly string[], least: number][] = [
  ['ink', [...grounds, 'code-paper', 'mark', ...washes], 4.5],
  ['soft', [...grounds, 'code-paper', 'mark-wash', 'alarm-wash', 'good-wash'], 4.5],
  ['alarm', [...grounds, 'code-paper', 'alarm-wash'], 4.5],
  ['good', [...grounds, 'good-wash'], 4.5],
  ...nodes.map((node) => [node, [...grounds, `${node}-wash`], 4.5] as const),
  ...syntax.map((name) => [name, ['code-paper', 'sheet'], 4.5] as const),
  ['paper', ['ink'], 4.5],
  ['edge', grounds, 3],
  ['focus', grounds, 3],
  ['mark-edge', [...grounds, 'mark-wash'], 3],
].map(([name, on, least]) => [name, on, least] as [string, readonly string[], number])

describe('the palette', () => {
  it('gives every colour once, for both themes', () => {
    expect(tokens.size).toBeGreaterThan(30)
    for (const [, { light, dark }] of tokens) expect(light).not.toBe(dark)
  })

  for (const theme of ['light', 'dark'] as const)
    for (const [name, on, least] of pairs)
      it(`holds --${name} at ${least}:1 or more on its grounds in the ${theme} theme`, () => {
        const low = on
          .map((ground) => [ground, contrast(name, ground, theme)] as const)
          .filter(([, ratio]) => ratio < least)
        expect(low).toEqual([])
      })
})
