import { compile } from '#sandbox/compile.ts'

/** A cell's text under its name. */
export interface HomeCell {
  readonly name: string
  readonly text: string
}

const page = 'https://nodejs.org'

/**
 * The files of a folder in which `node NAME.ts` prints what the page shows: the cells, the engine, what Node needs to find
 * it, and how to run it. The first cell is the one to run.
 */
export function homeFiles(cells: readonly HomeCell[], engine: string): Readonly<Record<string, string>> {
  const [main, ...imported] = cells
  return {
    ...Object.fromEntries(imported.map((cell) => [`${cell.name}.ts`, quiet(forNode(cell))])),
    [`${main!.name}.ts`]: forNode(main!),
    // A package may import itself by its name: no folder node_modules is needed.
    'package.json': `${JSON.stringify({ name: 'engine', private: true, type: 'module', exports: './engine.js' }, null, 2)}\n`,
    'engine.js': engine,
    'README.md': readme(main!.name, imported),
  }
}

/** Node wants an import's file with its ending, and knows no names of types. */
function forNode({ name, text }: HomeCell): string {
  const compiled = compile(name, text)
  const code = compiled.ok ? compiled.code : undefined
  const named = text.replace(
    /\bimport\s*\{([^}]*)\}\s*from\s*(['"])(engine|\.\/[\w-]+)\2/g,
    (whole, list: string, quote: string, from: string) =>
      code === undefined
        ? whole
        : `import {${list.replace(/[^,]+/g, (one) => asType(one, code))}} from ${quote}${from}${quote}`,
  )
  return ending(
    named.replace(
      /((?:\bfrom|\bimport)\s*)(['"])\.\/([\w-]+)\2/g,
      (_, before: string, quote: string, file: string) => `${before}${quote}./${file}.ts${quote}`,
    ),
  )
}

/** An imported name that the compiled code doesn't mention is a type's. */
function asType(one: string, code: string): string {
  const name = /^\s*([\w$]+)(?:\s+as\s+[\w$]+)?\s*$/.exec(one)?.[1]
  if (name === undefined || name === 'type') return one
  return new RegExp(`_[\\w$]+\\.${name.replaceAll('$', '\\$')}\\b`).test(code)
    ? one
    : one.replace(name, `type ${name}`)
}

/** What an imported cell prints isn't shown, as in the page. Its lines keep their numbers. */
function quiet(text: string): string {
  return `globalThis.cellOutput(false); ${text}globalThis.cellOutput(true)\n`
}

function ending(text: string): string {
  return text.endsWith('\n') ? text : `${text}\n`
}

function readme(main: string, imported: readonly HomeCell[]): string {
  const others =
    imported.length === 0 ? '' : ` It imports ${imported.map(({ name }) => `\`${name}.ts\``).join(', ')}.`
  return `# ${main}

A cell of Anti-Entropy, an interactive notebook of distributed systems.${others}

    node ${main}.ts

prints what the page shows: text as it is, and a run as its steps. It takes Node 22.18 or newer (${page}), nothing else.
\`engine.js\` is the course's engine, whole.
`
}
