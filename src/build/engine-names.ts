import ts from 'typescript'
import { typesData } from './types-worker.ts'

/**
 * The declaration of each name that a cell can import, and of each that those mention, with its comment: by name, as the
 * editor's types have it.
 */
export function engineNames(): Readonly<Record<string, string>> {
  const { files } = JSON.parse(typesData().text) as { readonly files: Readonly<Record<string, string>> }
  const names = new Map<string, string>()
  for (const [path, text] of Object.entries(files)) {
    if (!path.startsWith('/src/')) continue
    const source = ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true)
    source.forEachChild((node) => {
      const name = exportedName(node)
      // Of a function that's declared several times, the first is what the engine itself says.
      if (name !== undefined && !names.has(name)) names.set(name, node.getFullText().trim())
    })
  }
  return Object.fromEntries([...names].sort(([one], [other]) => (one < other ? -1 : 1)))
}

function exportedName(node: ts.Node): string | undefined {
  const isExported =
    ts.canHaveModifiers(node) &&
    ts.getModifiers(node)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)
  if (isExported !== true) return undefined
  if (ts.isVariableStatement(node)) return node.declarationList.declarations[0]?.name.getText()
  const isNamed =
    ts.isFunctionDeclaration(node) ||
    ts.isInterfaceDeclaration(node) ||
    ts.isTypeAliasDeclaration(node) ||
    ts.isClassDeclaration(node)
  return isNamed ? node.name?.text : undefined
}
