import { describe, expect, it } from 'vitest'
import { compile } from '#sandbox/compile.ts'

describe('compile(cell, source)', () => {
  it('keeps every line where it was', () => {
    const source =
      "import { a } from 'engine'\n\ninterface B {\n  c: number\n}\nconst b: B = { c: a }\nconsole.log(b)"
    const compiled = compile('cell', source)
    expect(compiled.ok && compiled.code.split('\n')).toHaveLength(7)
    expect(compiled.ok && compiled.code.split('\n')[6]).toBe('console.log(b)')
  })

  it('finds what is imported at run time, each once', () => {
    const source =
      "import { a } from 'engine'\nimport { sha256 } from 'engine'\nimport type { B } from './types'\nexport * from './merge'\nconsole.log(a, sha256)\n// import c from './comment'\nconst text = \"require('./text')\"\nawait import('./late')"
    const compiled = compile('cell', source)
    expect(compiled.ok && compiled.imports).toEqual(['engine', './merge', './late'])
  })

  it('tells what does not parse, with line and column', () => {
    expect(compile('cell', 'const a = 1\nconst b = }')).toEqual({
      ok: false,
      error: {
        type: 'error',
        name: 'SyntaxError',
        message: 'Unexpected token',
        at: { cell: 'cell', line: 2, column: 11 },
      },
    })
  })
})
