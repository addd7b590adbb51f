import type Ts from 'typescript'
import type { Asked, Completions, Explained, Place, Problem, Signature } from './answers.ts'

type Compiler = typeof Ts

/** The declarations as `src/build/declarations.ts` makes them. */
interface Declared {
  readonly entry: string
  readonly files: Readonly<Record<string, string>>
}

/**
 * TypeScript's language service over the cells of one lesson: what the editor asks, and nothing of the editor. It sees
 * the engine's declarations and the lesson's other cells, and no file beside them. Pure but for the texts it's given.
 */
export class TypeService {
  readonly #ts: Compiler
  readonly #declared: Declared
  readonly #cells = new Map<string, { text: string; version: number }>()
  #versions = 0
  readonly #service: Ts.LanguageService
  readonly #snapshots = new Map<string, { readonly version: string; readonly made: Ts.IScriptSnapshot }>()

  constructor(ts: Compiler, declared: Declared) {
    this.#ts = ts
    this.#declared = declared
    this.#service = ts.createLanguageService(this.#host(), ts.createDocumentRegistry(true))
  }

  /** Sets the text of a cell; the same text again costs nothing. */
  set(cell: string, text: string): void {
    const known = this.#cells.get(cell)
    if (known?.text !== text) this.#cells.set(cell, { text, version: ++this.#versions })
  }

  /** Makes these the lesson's cells, by name: what isn't among them is gone. */
  setAll(cells: Readonly<Record<string, string>>): void {
    for (const known of this.#cells.keys()) if (!Object.hasOwn(cells, known)) this.#cells.delete(known)
    for (const [cell, text] of Object.entries(cells)) this.set(cell, text)
  }

  /** What is wrong in a cell, syntax first; in the order of the text. */
  problems(cell: string): readonly Problem[] {
    const path = pathOf(cell)
    const found = [
      ...this.#service.getSyntacticDiagnostics(path),
      ...this.#service.getSemanticDiagnostics(path),
    ]
    return found
      .map((one): Problem => ({
        from: one.start ?? 0,
        to: (one.start ?? 0) + (one.length ?? 0),
        severity: one.category === this.#ts.DiagnosticCategory.Error ? 'error' : 'warning',
        message: this.#ts.flattenDiagnosticMessageText(one.messageText, '\n'),
        code: one.code,
      }))
      .sort((one, other) => one.from - other.from)
  }

  completions(cell: string, at: number): Completions | undefined {
    const path = this.#pathBefore(cell, at)
    if (path !== undefined) return path
    const found = this.#service.getCompletionsAtPosition(pathOf(cell), at, {
      includeCompletionsWithInsertText: false,
      includeCompletionsForModuleExports: false,
    })
    if (!found) return undefined
    const span = found.optionalReplacementSpan
    return {
      from: span?.start ?? at - wordBefore(this.#textOf(cell), at),
      options: found.entries
        .filter(({ kind }) => kind !== 'warning')
        .map(({ name, kind, sortText }) => ({ label: name, kind, sortText })),
    }
  }

  /** What can stand in an import's quotes: the engine, and the lesson's other cells. */
  #pathBefore(cell: string, at: number): Completions | undefined {
    const line = this.#textOf(cell).slice(0, at).split('\n').at(-1)!
    const typed = /(?<![.\w])(?:from|import\s*\(?)\s*(['"])((?:(?!\1).)*)$/.exec(line)?.[2]
    if (typed === undefined) return undefined
    const others = [...this.#cells.keys()].filter((name) => name !== cell).sort()
    return {
      from: at - typed.length,
      options: ['engine', ...others.map((name) => `./${name}`)].map((label) => ({
        label,
        kind: 'module',
        sortText: '11',
      })),
    }
  }

  /** What a completion is: its type and its docstring. */
  explainCompletion(cell: string, at: number, label: string): Omit<Explained, 'from' | 'to'> | undefined {
    const found = this.#service.getCompletionEntryDetails(
      pathOf(cell),
      at,
      label,
      {},
      undefined,
      {},
      undefined,
    )
    return (
      found && { type: this.#words(found.displayParts), docs: this.#docs(found.documentation, found.tags) }
    )
  }

  hover(cell: string, at: number): Explained | undefined {
    const found = this.#service.getQuickInfoAtPosition(pathOf(cell), at)
    return (
      found && {
        from: found.textSpan.start,
        to: found.textSpan.start + found.textSpan.length,
        type: this.#words(found.displayParts),
        docs: this.#docs(found.documentation, found.tags),
      }
    )
  }

  signature(cell: string, at: number): Signature | undefined {
    const found = this.#service.getSignatureHelpItems(pathOf(cell), at, {})
    const item = found?.items[found.selectedItemIndex]
    if (!found || !item) return undefined
    const separator = this.#words(item.separatorDisplayParts)
    let label = this.#words(item.prefixDisplayParts)
    let active: [number, number] | undefined
    for (const [index, parameter] of item.parameters.entries()) {
      const text = this.#words(parameter.displayParts)
      if (index > 0) label += separator
      if (index === found.argumentIndex) active = [label.length, label.length + text.length]
      label += text
    }
    const parameter = item.parameters[found.argumentIndex]
    return {
      label: label + this.#words(item.suffixDisplayParts),
      active,
      docs: this.#words(item.documentation),
      parameterDocs: this.#words(parameter?.documentation),
    }
  }

  /** Where the name at a place is defined; undefined for names of the language itself. */
  definition(cell: string, at: number): Place | undefined {
    const [found] = this.#service.getDefinitionAtPosition(pathOf(cell), at) ?? []
    if (!found) return undefined
    const { fileName, textSpan, name } = found
    const other = /^\/cells\/(.+)\.ts$/.exec(fileName)?.[1]
    if (other !== undefined) {
      const from = textSpan.start
      const line = this.#textOf(other).slice(0, from).split('\n').length
      return { in: 'cell', cell: other, from, to: from + textSpan.length, line }
    }
    if (!fileName.startsWith('/src/')) return undefined
    const home = fileName.startsWith('/src/engine/') ? fileName : (this.#engineFileOf(name) ?? fileName)
    return { in: 'engine', path: home.slice(1).replace(/\.d\.ts$/, '.ts'), name }
  }

  /** The file of the engine that declares a name: what a cell calls `run` guards the engine's own. */
  #engineFileOf(name: string): string | undefined {
    const declaration = new RegExp(`^export declare (?:function|const|class) ${name}\\b`, 'm')
    return Object.entries(this.#declared.files).find(
      ([path, text]) => path.startsWith('/src/engine/') && declaration.test(text),
    )?.[0]
  }

  /** The answers to the cell's `// ^?` comments: the mark points at the name above it. */
  asked(cell: string): readonly Asked[] {
    const text = this.#textOf(cell)
    return [...text.matchAll(/^[ \t]*\/\/[ \t]*(\^\?)[ \t]*$/gm)].flatMap(
      ({ index, 0: comment }): readonly Asked[] => {
        const column = comment.indexOf('^')
        const lineAbove = text.lastIndexOf('\n', index - 2) + 1
        const found = index === 0 ? undefined : this.hover(cell, lineAbove + column)
        return [
          {
            at: index + comment.length,
            type: found ? oneLine(found.type) : 'nothing stands above this mark',
          },
        ]
      },
    )
  }

  #textOf(cell: string): string {
    return this.#cells.get(cell)?.text ?? ''
  }

  #words(parts: readonly Ts.SymbolDisplayPart[] | undefined): string {
    return this.#ts.displayPartsToString(parts as Ts.SymbolDisplayPart[] | undefined)
  }

  #docs(
    docs: readonly Ts.SymbolDisplayPart[] | undefined,
    tags: readonly Ts.JSDocTagInfo[] | undefined,
  ): string {
    const told = (tags ?? []).map(({ name, text }) => `${name}: ${this.#words(text)}`)
    return [this.#words(docs), ...told].filter((line) => line !== '').join('\n')
  }

  #read(path: string): { text: string; version: string } | undefined {
    const cell = /^\/cells\/(.+)\.ts$/.exec(path)?.[1]
    if (cell !== undefined) {
      const known = this.#cells.get(cell)
      return known && { text: known.text, version: String(known.version) }
    }
    const text = Object.hasOwn(this.#declared.files, path) ? this.#declared.files[path] : undefined
    return text === undefined ? undefined : { text, version: '1' }
  }

  #snapshot(path: string): Ts.IScriptSnapshot | undefined {
    const file = this.#read(path)
    if (!file) return undefined
    const known = this.#snapshots.get(path)
    if (known?.version === file.version) return known.made
    const made = this.#ts.ScriptSnapshot.fromString(file.text)
    this.#snapshots.set(path, { version: file.version, made })
    return made
  }

  #host(): Ts.LanguageServiceHost {
    const { ModuleKind, ModuleResolutionKind, ScriptTarget, ModuleDetectionKind } = this.#ts
    const options: Ts.CompilerOptions = {
      strict: true,
      target: ScriptTarget.ES2022,
      module: ModuleKind.ESNext,
      moduleResolution: ModuleResolutionKind.Bundler,
      moduleDetection: ModuleDetectionKind.Force,
      allowImportingTsExtensions: true,
      noEmit: true,
      skipLibCheck: true,
      types: [],
      lib: ['lib.es2022.d.ts'],
      paths: { engine: [this.#declared.entry] },
    }
    return {
      getCompilationSettings: () => options,
      getCurrentDirectory: () => '/',
      getDefaultLibFileName: () => '/lib/lib.es2022.d.ts',
      getScriptFileNames: () => ['/console.d.ts', ...[...this.#cells.keys()].map(pathOf)],
      getScriptVersion: (path) => this.#read(path)?.version ?? '0',
      getScriptSnapshot: (path) => this.#snapshot(path),
      fileExists: (path) => this.#read(path) !== undefined,
      readFile: (path) => this.#read(path)?.text,
      directoryExists: () => true,
      getDirectories: () => [],
    }
  }
}

const pathOf = (cell: string): string => `/cells/${cell}.ts`

const wordBefore = (text: string, at: number): number => /[\w$]*$/.exec(text.slice(0, at))![0].length

const oneLine = (type: string): string => type.replace(/\s+/g, ' ')
