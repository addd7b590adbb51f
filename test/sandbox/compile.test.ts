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
        message: 'This } closes nothing. Take it away, or open it further up',
        at: { cell: 'cell', line: 2, column: 11 },
      },
    })
  })

  it.each([
    ['const dish = “soup”', 1, 14, /“ is a curly quotation mark.*"like this"/],
    ["const a = 'it’s'\nconst b = ‘soup’", 2, 11, /‘ is a curly.*'like this'/],
    ['const a\u200b = 1', 1, 8, /invisible character here \(U\+200B\)/],
    ['const a = 3 − 1', 1, 13, /− is a dash/],
    ['let a = 1; let a = 2', 1, 16, /already been declared/],
    ["import { run } from 'engine'; const q: number = run as any; let q = 3", 1, 65, /already been declared/],
    ['const a: number = 1\nlet b: string = 2, b = 3', 2, 20, /already been declared/],
    ['namespace N {\n  export const a = 1\n}', 1, undefined, /no namespaces/],
  ])('says of %j where and what is wrong', (source, line, column, message) => {
    const compiled = compile('cell', source)
    expect(compiled.ok).toBe(false)
    const { error } = compiled as Extract<typeof compiled, { ok: false }>
    expect(error.message).toMatch(message)
    expect(error.at).toEqual({ cell: 'cell', line, ...(column !== undefined && { column }) })
  })

  const out = 'function addEventListener() {}\nconst z = '
  it.each([
    `let x = 1, y = 2\nx <!--y, ([{ m() {\n} }])\n${out}([{ m() { x <!--y }}])`,
    `let x = 1\nx\n--> ([{ m() {\n} }])\n${out}([{ m() { 1 }}])`,
    `let x = 1, y = 1\nx <!--y`,
    '}); function f() {} (async () => {',
    '} }, { code: async function () {',
    'export default 1; }',
  ])('refuses what would leave its function: %j', (source) => {
    expect(compile('cell', source)).toMatchObject({ ok: false, error: { name: 'SyntaxError' } })
  })

  it('takes for good what stands in texts, and awaits and returns as a function may', () => {
    for (const source of [
      "console.log('<!-- x -->', `-->`, /<!--/, '“soup”')",
      'let n = 3\nwhile (n --> 0) console.log(n)',
      'if (await 1) return 2',
    ])
      expect(compile('cell', source)).toMatchObject({ ok: true })
    const odd = compile('cell', "const a = 'x\u2028y' // b\u2028c\nlet q = 1")
    expect(odd.ok && odd.code.split(/[\n\u2028]/)).toHaveLength(2)
    expect(odd.ok && odd.code).toContain('x\\u2028y')
  })
})
