import { describe, expect, it } from 'vitest'
import { compile } from '#sandbox/compile.ts'
import { partFor } from '#sandbox/part.ts'

const names = new Set(['hex', 'sha1', 'show'])

function part(...sources: string[]) {
  return partFor(
    sources.map((source) => {
      const compiled = compile('cell', source)
      if (!compiled.ok) throw new Error(compiled.error.message)
      return compiled
    }),
    names,
  )
}

describe('partFor(cells, treeNames)', () => {
  it.each([
    ['names of the trees', "import { hex, sha1 as hash } from 'engine'\nexport const a = hex(hash('x'))"],
    ['nothing of the engine', 'console.log(1)'],
    ['a type alone', "import type { Run } from 'engine'\nexport const run: Run[] = []"],
    ['a member that is only called like another name', "import { hex } from 'engine'\nhex({ run: 1 }.run)"],
  ])('is the trees’ part for %s', (_, source) => {
    expect(part(source)).toBe('trees')
  })

  it.each([
    ['a name beyond them', "import { hex, run } from 'engine'\nhex(run)"],
    ['the whole under one name', "import * as engine from 'engine'\nengine.hex('x')"],
    ['everything handed on', "export * from 'engine'"],
    ['one name handed on', "export { hex } from 'engine'"],
  ])('is the whole for %s', (_, source) => {
    expect(part(source)).toBe('whole')
  })

  it('is the whole when one of several cells needs it', () => {
    expect(part("import { hex } from 'engine'\nhex('')", "import { run } from 'engine'\nrun()")).toBe('whole')
  })
})
