import { expect, it } from 'vitest'
import { importsOf } from '#components/cell/imports-of.ts'

it('finds what a cell imports, and what that imports, through circles too', () => {
  const texts = {
    a: "import { b } from './b'\nimport { plan } from 'engine'",
    b: 'import "./c"',
    c: "export * from './a'",
    d: '// from "./e',
    e: '',
  }
  expect([...importsOf(texts, 'a')].sort()).toEqual(['b', 'c'])
  expect([...importsOf(texts, 'd')]).toEqual([])
  expect([...importsOf(texts, 'unknown')]).toEqual([])
})
