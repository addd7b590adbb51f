import ts from 'typescript'
import { beforeAll, describe, expect, it } from 'vitest'
import { declarations } from '#build/declarations.ts'
import { cellNames, cellSource, lessonSlugs } from '#build/lessons.ts'
import { TypeService } from '#editor/types/service.ts'

describe('the types of a cell', () => {
  let service: TypeService
  let declared: ReturnType<typeof declarations>
  const open = (text: string, cell = 'try'): string => {
    service.set(cell, text)
    return cell
  }
  beforeAll(() => {
    declared = declarations()
    service = new TypeService(ts, declared)
  })

  it('know every name of the engine, and find nothing wrong in a lesson’s cells', () => {
    const found: string[] = []
    for (const slug of lessonSlugs().filter((one) => one === 'replicas')) {
      const lesson = new TypeService(ts, declared)
      for (const name of cellNames(slug)) lesson.set(name, cellSource(slug, name))
      for (const name of cellNames(slug))
        found.push(...lesson.problems(name).map(({ message }) => `${slug}/${name}: ${message}`))
    }
    expect(found).toEqual([])
  })

  it('say what is wrong and where', () => {
    const cell = open(
      `import { plan, ring } from 'engine'\nplan(ring()).at(0).write('x', 1, { level: 'quorum' })\n`,
    )
    const [problem] = service.problems(cell)
    expect(problem?.message).toContain('"quorum"')
    expect(problem?.severity).toBe('error')
    const text = `import { shw } from 'engine'\n`
    const [unknown] = service.problems(open(text))
    expect(unknown?.message).toContain('shw')
    expect(text.slice(unknown!.from, unknown!.to)).toBe('shw')
  })

  it('complete what is being typed, with its docstring', () => {
    const text = `import { plan, ring } from 'engine'\nplan(ring()).at(0).wr`
    const found = service.completions(open(text), text.length)
    expect(found?.options.map(({ label }) => label)).toContain('write')
    expect(found?.from).toBe(text.length - 2)
    const explained = service.explainCompletion('try', text.length, 'write')
    expect(explained?.type).toContain('write(')
    const imported = `import { ru } from 'engine'`
    service.set('import', imported)
    expect(service.explainCompletion('import', imported.indexOf('ru') + 2, 'run')?.docs).toContain(
      'Runs a scenario',
    )
  })

  it('complete what an import names: the engine, and the other cells of the lesson', () => {
    service.set('soup', 'export const hot = true')
    for (const [text, from] of [
      ["import { hot } from './", 21],
      ["import { hot } from './so", 21],
      ['import "', 8],
      ["const soup = await import('./", 27],
    ] as const) {
      const found = service.completions(open(text), text.length)
      expect([text, found?.from]).toEqual([text, from])
      const labels = found?.options.map(({ label }) => label)
      expect(labels).toEqual(expect.arrayContaining(['engine', './soup']))
      expect(labels).not.toContain('./try')
    }
    expect(service.problems(open("import { hot } from './soup'\nvoid hot"))).toEqual([])
    const words = "const from = 'x'\nconst text = from + 'a"
    expect(
      service.completions(open(words), words.length)?.options.map(({ label }) => label) ?? [],
    ).not.toContain('./soup')
  })

  it('complete the levels that a ring knows', () => {
    const text = `import { plan, ring } from 'engine'\nplan(ring()).at(0).write('x', 1, { level: '' })`
    const labels = service.completions(open(text), text.indexOf(`''`) + 1)?.options.map(({ label }) => label)
    expect(labels).toEqual(expect.arrayContaining(['ONE', 'QUORUM', 'ALL']))
  })

  it('explain a name under the pointer, and what a call takes', () => {
    const text = `import { plan, ring, run } from 'engine'\nconst played = run(plan(ring()))\nplayed\nrun(`
    const cell = open(text)
    expect(service.hover(cell, text.indexOf('\nplayed') + 2)?.type).toContain('const played: Run')
    const help = service.signature(cell, text.length)
    expect(help?.label).toContain('run(scenario')
    expect(help?.label.slice(...help.active!)).toContain('scenario')
  })

  it('lead to other cells, and to the engine’s own source', () => {
    open(`export const dish = 'soup'\n`, 'menu')
    const text = `import { run } from 'engine'\nimport { dish } from './menu'\nrun\ndish\n`
    const cell = open(text)
    expect(service.definition(cell, text.lastIndexOf('dish'))).toMatchObject({ in: 'cell', cell: 'menu' })
    expect(service.definition(cell, text.lastIndexOf('run'))).toMatchObject({ in: 'engine', name: 'run' })
  })

  it('answer a mark in a comment with the type above it', () => {
    const text = `const dish = 'soup'\n//    ^?\n`
    expect(service.asked(open(text))).toEqual([{ at: text.length - 1, type: 'const dish: "soup"' }])
  })

  it('see no page and no network', () => {
    const [problem] = service.problems(open(`fetch('https://example.org')\n`))
    expect(problem?.message).toContain('fetch')
  })
})
