import ts from 'typescript'
import { expect, test } from 'vitest'

const entry = 'src/sandbox/learner.ts'

/**
 * What a cell imports from 'engine', a line for each name: a value with its type, a type with the names of what it has.
 * Learners write these names into their cells: a change of this list is a change of what was promised.
 */
function promised(): string {
  const { config } = ts.readConfigFile('tsconfig.json', ts.sys.readFile) as {
    config: { compilerOptions: object }
  }
  const { options } = ts.convertCompilerOptionsFromJson(config.compilerOptions, process.cwd())
  const program = ts.createProgram([entry], { ...options, types: [] })
  const checker = program.getTypeChecker()
  const module = checker.getSymbolAtLocation(program.getSourceFile(entry)!)!
  const flags = ts.TypeFormatFlags.NoTruncation | ts.TypeFormatFlags.UseFullyQualifiedType
  return checker
    .getExportsOfModule(module)
    .map((name) => {
      const symbol = name.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(name) : name
      if (symbol.flags & ts.SymbolFlags.Value && !(symbol.flags & ts.SymbolFlags.Class)) {
        const type = checker.getTypeOfSymbol(symbol)
        return `${name.name}: ${checker.typeToString(type, undefined, flags)}`
      }
      const members = checker.getDeclaredTypeOfSymbol(symbol).getProperties()
      const names = members
        .filter((member) => !member.name.includes('#'))
        .map((member) => member.name + (member.flags & ts.SymbolFlags.Optional ? '?' : ''))
      const kind = symbol.flags & ts.SymbolFlags.Class ? 'class' : 'type'
      return `${kind} ${name.name} { ${[...names].sort().slice(0, 40).join(', ')} }`
    })
    .map((line) =>
      line
        .replaceAll(/import\("[^"]*"\)\./g, '')
        // Where this checkout lies is no part of what was promised.
        .replaceAll(/import\("[^"]*\/(src\/[^"]*)"\)/g, 'import("$1")')
        // Nor is how many symbols the compiler has met before.
        .replaceAll(/__@(\w+)@\d+/g, '__@$1')
        .replaceAll(/\s+/g, ' '),
    )
    .sort()
    .join('\n')
}

test('the names and signatures that learners import are those that were reviewed', async () => {
  const list = promised()
  expect(list.split('\n').length).toBeGreaterThan(80)
  for (const name of ['ring', 'replicaSet', 'plan', 'run', 'show', 'value', 'plot'])
    expect(list).toMatch(new RegExp(`^${name}: `, 'm'))
  await expect(`${list}\n`).toMatchFileSnapshot('golden/engine-names.txt')
})
