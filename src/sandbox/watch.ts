import { parse } from 'acorn'
import { watcher } from './assemble.ts'

interface Inserted {
  readonly at: number
  readonly text: string
}

interface Node {
  readonly type: string
  readonly start: number
  readonly end: number
  readonly loc: { readonly start: { readonly line: number } }
  readonly [key: string]: unknown
}

/**
 * Compiled code that tells what its names held and where it waited, beside all that it did before: each line stays where
 * it was. Names of the cell itself are looked up when the run is over; names inside functions are told as they're given a
 * value. What doesn't parse comes back as it is.
 */
export function watched(cell: string, code: string): string {
  let program: Node
  try {
    program = parse(code, {
      ecmaVersion: 'latest',
      sourceType: 'script',
      allowAwaitOutsideFunction: true,
      allowReturnOutsideFunction: true,
      locations: true,
      preserveParens: true,
    }) as unknown as Node
  } catch {
    return code
  }
  const inserted: Inserted[] = []
  const names: string[] = []
  const site = (node: Node) => `${JSON.stringify(cell)}, ${node.loc.start.line}`
  const around = ({ start, end }: Node, before: string) => {
    inserted.push({ at: start, text: before }, { at: end, text: ')' })
  }
  const visit = (node: Node, depth: number): void => {
    if (node.type === 'YieldExpression' && node['delegate'] === true) {
      const argument = node['argument'] as Node
      around(argument, `${watcher}.wait(${site(node)}, `)
    }
    if (node.type === 'VariableDeclarator') {
      const { id, init } = node as unknown as { readonly id: Node; readonly init: Node | null }
      if (depth === 0)
        for (const name of namesIn(id))
          names.push(
            `[${name.loc.start.line}, ${JSON.stringify(name['name'])}, () => ${String(name['name'])}]`,
          )
      else if (id.type === 'Identifier' && init !== null && !takesItsName(init))
        around(init, `${watcher}.value(${site(id)}, ${JSON.stringify(id['name'])}, `)
    }
    const inner = /Function/.test(node.type) || node.type === 'StaticBlock' ? depth + 1 : depth
    const deeper = node.type === 'BlockStatement' || /^For/.test(node.type) ? inner + 1 : inner
    for (const child of childrenOf(node)) visit(child, deeper)
  }
  visit(program, 0)
  const directive = /^\s*(["'])use strict\1;?/.exec(code)?.[0].length ?? 0
  const [first] = [
    { at: directive, text: ` ${watcher}.names(${JSON.stringify(cell)}, [${names.join(', ')}]);` },
  ]
  return withInserted(code, [first!, ...inserted])
}

/** A function or a class without a name is called after the variable it's given to, if nothing stands between them. */
function takesItsName(node: Node): boolean {
  if (node.type === 'ParenthesizedExpression') return takesItsName(node['expression'] as Node)
  return /^(?:FunctionExpression|ArrowFunctionExpression|ClassExpression)$/.test(node.type)
}

function namesIn(pattern: Node): readonly Node[] {
  switch (pattern.type) {
    case 'Identifier':
      return [pattern]
    case 'ObjectPattern':
      return (pattern['properties'] as Node[]).flatMap((one) =>
        namesIn((one['value'] ?? one['argument']) as Node),
      )
    case 'ArrayPattern':
      return (pattern['elements'] as (Node | null)[]).flatMap((one) => (one === null ? [] : namesIn(one)))
    case 'AssignmentPattern':
      return namesIn(pattern['left'] as Node)
    case 'RestElement':
      return namesIn(pattern['argument'] as Node)
    default:
      return []
  }
}

function childrenOf(node: Node): readonly Node[] {
  return Object.values(node)
    .flat()
    .filter(
      (held): held is Node => typeof (held as Node | null)?.type === 'string' && 'start' in (held as Node),
    )
}

/** In the order of the text; at one place, what ends comes before what begins. */
function withInserted(code: string, inserted: readonly Inserted[]): string {
  let text = ''
  let from = 0
  const ordered = inserted
    .map((one, index) => ({ ...one, index }))
    .sort(
      (one, other) =>
        one.at - other.at || Number(one.text !== ')') - Number(other.text !== ')') || one.index - other.index,
    )
  for (const { at, text: more } of ordered) {
    text += code.slice(from, at) + more
    from = at
  }
  return text + code.slice(from)
}
