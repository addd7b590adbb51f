import { readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { parse } from 'yaml'
import { describe, expect, test } from 'vitest'
import { codeLines, specifierIn, type CodeLine } from '#components/engine/code-lines.ts'
import { markedWords } from '#components/engine/words.ts'
import {
  countLines,
  enginePaths,
  engineSource,
  exportedNames,
  importedPath,
  referenceItems,
} from '#build/engine-source.ts'
import { brokenPlaces, engineChanges } from '#build/engine-mutants.ts'
import { checkFolder } from '../conformance/report.ts'
import { sources, terms } from './content.ts'

interface File {
  readonly path: string
  readonly pace: string
  readonly idea: string
  readonly look: string
  readonly begin: readonly string[]
}
interface Chapter {
  readonly id: string
  readonly order: number
  readonly heading: string
  readonly about: string
  readonly folders: readonly string[]
  readonly files: readonly File[]
}
interface LeftOut {
  readonly id: string
  readonly items: readonly {
    readonly what: string
    readonly real: string
    readonly here: string
    readonly code?: readonly string[]
    readonly sources?: readonly string[]
  }[]
}

const { chapters, notShown } = parse(readFileSync('content/engine/reading.yaml', 'utf8')) as {
  readonly chapters: readonly Chapter[]
  readonly notShown: readonly { readonly id: string; readonly because: string }[]
}
const { subjects } = parse(readFileSync('content/engine/leaves-out.yaml', 'utf8')) as {
  readonly subjects: readonly LeftOut[]
}
const files = chapters.flatMap((chapter) => chapter.files)
const left = subjects.flatMap(({ items }) => items)
const texts = [
  ...chapters.map(({ about }) => about),
  ...files.map(({ look }) => look),
  ...left.flatMap(({ real, here }) => [real, here]),
]

const linesOf = new Map<string, readonly CodeLine[]>()

/** A file of the engine as its page shows it: three tests look at each, and colouring all of them takes seconds. */
function shownLines(path: string): readonly CodeLine[] {
  const lines = linesOf.get(path) ?? codeLines(engineSource(path))
  linesOf.set(path, lines)
  return lines
}

/** Every file below src/engine, by the file system alone. */
const onDisk = (readdirSync('src/engine', { recursive: true }) as string[])
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => path.endsWith('.ts'))

/** The names that a file of the engine exports: from `path#name`. */
function expectExported(target: string): void {
  const [path = '', name] = target.split('#')
  expect(onDisk, target).toContain(path)
  const names = exportedNames(engineSource(path)).map((one) => one.name)
  if (name !== undefined) expect(names, target).toContain(name)
}

describe('the chapters', () => {
  test('show each file of src/engine once, or say why not', () => {
    const folders = chapters.flatMap(({ folders: own }) => own)
    const homeless = onDisk
      .filter((path) => !files.some((file) => file.path === path))
      .filter((path) => !notShown.some(({ id }) => id === path))
      .filter((path) => !folders.some((folder) => path.startsWith(`${folder}/`)))
    expect(homeless, 'give the folder to a chapter in content/engine/reading.yaml').toEqual([])
    expect(folders.length).toBe(new Set(folders).size)
    const named = [...files.map(({ path }) => path), ...notShown.map(({ id }) => id)]
    expect(named.length).toBe(new Set(named).size)
  })

  test('name files that exist', () => {
    expect(files.length).toBeGreaterThan(40)
    for (const { path } of files) expect(onDisk).toContain(path)
    for (const { id, because } of notShown) {
      expect(onDisk).toContain(id)
      expect(because).toMatch(/\w{3}.*\.$/)
    }
  })

  test('are numbered from 1 and name folders that exist', () => {
    expect(chapters.map(({ order }) => order)).toEqual(chapters.map((_, index) => index + 1))
    for (const { folders } of chapters)
      for (const folder of folders) expect(onDisk.some((path) => path.startsWith(`${folder}/`))).toBe(true)
  })

  test.each(files)(
    'say of $path in two to eight sentences what to look for',
    ({ path, idea, look, begin }) => {
      const sentences = look.trim().split(/[.?!]["”)]?\s+/)
      expect(sentences.length).toBeGreaterThanOrEqual(2)
      expect(sentences.length).toBeLessThanOrEqual(8)
      for (const sentence of sentences) expect(sentence.split(/\s+/).length, sentence).toBeLessThanOrEqual(45)
      expect(idea).not.toMatch(/\.$/)
      expect(idea.split(' ').length).toBeGreaterThan(2)
      for (const name of begin) expectExported(`${path}#${name}`)
    },
  )
})

describe('the text of the engine’s pages', () => {
  test('does not talk the reader down, nor shout', () => {
    for (const text of texts)
      expect(text).not.toMatch(/\b(simply|obviously|of course|trivial(ly)?|clearly|recently|just)\b|!/i)
  })

  test('links to what exists', () => {
    const links = texts.flatMap((text) => markedWords(text)).filter((word) => word.type === 'link')
    expect(links.length).toBeGreaterThan(5)
    for (const { kind, to } of links) {
      if (kind === 'file') expectExported(to)
      if (kind === 'term') expect(terms.map(({ id }) => id)).toContain(to)
    }
  })

  test('leaves no markup unread', () => {
    for (const text of texts)
      for (const word of markedWords(text)) if (word.type === 'text') expect(word.text).not.toMatch(/\]\(|`/)
  })
})

describe('what is left out', () => {
  test.each(left)('“$what” says what is real, what is here, and what it rests on', (item) => {
    const { real, here, code = [], sources: cited = [] } = item
    expect(real.trim()).not.toBe(here.trim())
    expect(code.length + cited.length).toBeGreaterThan(0)
    for (const target of code) expectExported(target)
    for (const id of cited) expect(sources.map((source) => source.id)).toContain(id)
  })

  test('counts the reference data as the conformance test does', () => {
    const { passed, failed } = checkFolder('test/conformance/data/dev')
    expect(failed).toBe(0)
    expect([...referenceItems().values()].reduce((sum, count) => sum + count, 0)).toBe(passed)
  })
})

describe('the source as it is shown', () => {
  test.each(enginePaths())('is %s, character for character, one line a line', (path) => {
    const source = readFileSync(`src/engine/${path}`, 'utf8')
    const lines = shownLines(path)
    expect(lines.flatMap(({ stretches }) => stretches.map(({ text }) => text)).join('')).toBe(source)
    expect(lines.length).toBe(countLines(source))
    for (const { stretches } of lines)
      expect(stretches.map(({ text }) => text).join('')).toMatch(/^[^\n]*\n?$/)
  })

  test.each(enginePaths())('has a place for every name that %s exports itself', async (path) => {
    const source = engineSource(path)
    const module = (await import(/* @vite-ignore */ resolve('src/engine', path))) as Readonly<
      Record<string, unknown>
    >
    const handedOn = /^export (type )?(\*|\{)[^}]*\}? ?(as \w+ )?from/m.test(source)
    const found = shownLines(path).flatMap(({ exported }) => (exported === undefined ? [] : [exported]))
    expect(found).toEqual(exportedNames(source).map(({ name }) => name))
    expect(found.length).toBe(new Set(found).size)
    if (!handedOn) expect(Object.keys(module).filter((name) => !found.includes(name))).toEqual([])
  })

  test('has imports that lead to files', () => {
    let count = 0
    for (const path of enginePaths())
      for (const { stretches } of shownLines(path))
        for (const { text } of stretches) {
          const specifier = specifierIn(text)
          if (specifier === undefined) continue
          expect(onDisk, `${path} imports ${specifier}`).toContain(importedPath(path, specifier))
          count++
        }
    expect(count).toBeGreaterThan(100)
  })
})

describe('the places that tests break', () => {
  test('are those of content/engine/broken-places.yaml, each in its line', () => {
    const places = brokenPlaces()
    expect(places.length).toBeGreaterThan(100)
    expect(new Set(places.map(({ id }) => id)).size).toBe(places.length)
    expect(places).toHaveLength(engineChanges().length)
    for (const { file, find, line } of places)
      expect(engineSource(file).split('\n')[line - 1]).toContain(find.split('\n')[0])
  })
})
