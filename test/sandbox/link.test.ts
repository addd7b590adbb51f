import { describe, expect, it } from 'vitest'
import { assemble } from '#sandbox/assemble.ts'
import { compile } from '#sandbox/compile.ts'
import { link } from '#sandbox/link.ts'
import { placeInStack, sourcePlaceOf } from '#sandbox/source-place.ts'

/** Cells by name and text; links the one called `main`. */
async function linked(texts: Readonly<Record<string, string>>) {
  const load = (name: string) => {
    const source = texts[name]
    if (source === undefined) return Promise.resolve(undefined)
    const compiled = compile(name, source)
    return Promise.resolve(compiled.ok ? { name, source, ...compiled } : { error: compiled.error })
  }
  return link('main', load, Object.keys(texts))
}

const order = async (texts: Readonly<Record<string, string>>) => {
  const result = await linked(texts)
  return result.ok ? result.cells.map(({ name }) => name).join(' ') : result.error.message
}

describe('link(name, load, names)', () => {
  it('puts each cell after what it imports, once', async () => {
    expect(
      await order({
        main: "import { a } from './a'\nimport { b } from './b'\nconsole.log(a, b)",
        a: "import { c } from './c'\nexport const a = c",
        b: "import { c } from './c'\nexport const b = c",
        c: 'export const c = 1',
        unused: 'nothing',
      }),
    ).toBe('c a b main')
  })

  it('refuses a circle and says it whole', async () => {
    expect(await order({ main: "import './a'", a: "import './b'", b: "import './a'" })).toContain(
      'in a circle: a → b → a',
    )
    expect(await order({ main: "import './main'" })).toContain('in a circle: main → main')
  })

  it.each(['lodash', './nowhere', '../main', 'https://example.org/x.js', 'data:text/javascript,1', './a/b'])(
    'refuses %s at its line',
    async (name) => {
      const result = await linked({ main: `const a = 1\n\nimport '${name}'` })
      expect(result).toMatchObject({
        ok: false,
        error: { name: 'ImportError', at: { cell: 'main', line: 3 } },
      })
    },
  )

  it('hands on what does not parse in an imported cell', async () => {
    expect(await linked({ main: "import './a'", a: 'const = 1' })).toMatchObject({
      ok: false,
      error: { name: 'SyntaxError', at: { cell: 'a', line: 1 } },
    })
  })
})

describe('placeOf, placeInStack', () => {
  it('find a cell’s own line in the assembled script', async () => {
    const result = await linked({
      main: "import './a'\nconst here = 1\nconst marked_main = here",
      a: 'const x = 1\n\nconst marked_a = x',
    })
    const { script, lines } = assemble(
      'var prelude = { start() {} }; var engine = {}',
      result.ok ? result.cells : [],
    )
    // The text of the cells, which the prelude makes a script of its own.
    const [text] = JSON.parse(`[${/^antiEntropyBegin\((.*)\)$/m.exec(script)![1]}]`) as [string]
    const lineOf = (word: string) => text.split('\n').findIndex((line) => line.includes(word)) + 1
    expect(sourcePlaceOf(lines, lineOf('marked_a'))).toEqual({ cell: 'a', line: 3 })
    expect(sourcePlaceOf(lines, lineOf('marked_main'), 5)).toEqual({ cell: 'main', line: 3, column: 5 })
    for (let line = 1; line <= script.split('\n').length; line++)
      expect(sourcePlaceOf(lines, line)).toBeUndefined()
    const stacks = [
      `Error: x\n    at f (node:internal:9:1)\n    at inner (blob:null/1-2:1:5)\n    at main (blob:null/1-2:${lineOf('marked_main')}:7)`,
      `inner@blob:null/1-2:1:5\nmain@blob:null/1-2:${lineOf('marked_main')}:7\n`,
    ]
    for (const stack of stacks) expect(placeInStack(stack, lines)).toEqual({ cell: 'main', line: 3 })
  })
})
