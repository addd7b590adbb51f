import { globSync, readFileSync } from 'node:fs'
import ts from 'typescript'
import { parse } from 'yaml'

/** Something a reader sees, and where it's written. */
export interface Said {
  readonly where: string
  readonly text: string
}

/** Fields of a quiz, a card, the glossary and the like that a reader sees. */
const readFields = new Set(
  'about afterwards back because definition description feedback front goal heading here hint hints idea instead line look means name noun otherwise outcome outside prompt question real reason right say says shows task text title unit what why'.split(
    ' ',
  ),
)

/** The texts of a YAML file that a reader sees: every string in one of {@link readFields}, at any depth. */
export function saidInYaml(path: string): readonly Said[] {
  const said: Said[] = []
  const visit = (value: unknown, field: string, id: string): void => {
    if (typeof value === 'string' && readFields.has(field) && !/^[a-z0-9-]+$/.test(value))
      said.push({ where: `${path} ${id}`, text: withoutCode(value) })
    if (Array.isArray(value)) for (const item of value) visit(item, field, id)
    else if (typeof value === 'object' && value !== null) {
      const own = 'id' in value ? String(value.id) : id
      for (const [key, inner] of Object.entries(value)) visit(inner, key, own)
    }
  }
  visit(parse(readFileSync(path, 'utf8')), '', '')
  return said
}

interface Block {
  readonly kind: 'paragraph' | 'cell'
  readonly text: string
}

/**
 * The paragraphs, list items and table cells of a text in MDX, as they're read. Quotations of the notes, code and tags
 * are left out; what a tag holds stays.
 */
export function blocksOf(
  body: string,
): readonly { readonly kind: 'paragraph' | 'cell'; readonly text: string }[] {
  const plain = body.replace(/```[\s\S]*?```/g, '').replace(/\{\/\*[\s\S]*?\*\/\}/g, '')
  return plain.split(/\n\s*\n|\n(?=- |\d+\. |\|)/).flatMap((block): readonly Block[] => {
    if (/^\s*\|/.test(block)) return block.split('|').map((cell) => ({ kind: 'cell', text: spoken(cell) }))
    return [{ kind: 'paragraph', text: spoken(block) }]
  })
}

/** The blocks of a text in MDX, and where it's written. */
export const proseSays = (where: string, body: string): readonly Said[] =>
  blocksOf(body).map(({ text }) => ({ where, text }))

/** A block without its tags; a number that a run gives stands as 0. */
function spoken(block: string): string {
  return withoutCode(block)
    .replace(/<Value\b[^>]*>/g, '0')
    .replace(/<code>[\s\S]*?<\/code>/g, '0')
    .replace(/<(sup|sub)>/g, '^')
    .replace(/<[^>]+>/g, '')
    .replace(/^[-#>\s]+|\*+/gm, '')
    .trim()
}

/** Code and what is filled in stand as 0. */
const withoutCode = (text: string): string => text.replace(/`[^`]*`|\{[\w.-]+\}/g, '0')

/** Every string of these sources that has words in it: literals, pieces of templates, and what stands in markup. */
export function saidInSources(pattern: string | readonly string[]): readonly Said[] {
  return globSync([...[pattern].flat()]).flatMap((path) => {
    const text = readFileSync(path, 'utf8')
    if (!path.endsWith('.astro')) return saidInScript(path, text)
    const [, front = '', page = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text) ?? ['', '', text]
    // The page of an Astro file reads as TSX, once what isn't JSX is out of it.
    const markup = page
      .replace(/<(style|script)\b[\s\S]*?<\/\1>/g, '')
      .replace(/<!--[\s\S]*?-->|<!doctype html>/gi, '')
    return [...saidInScript(path, front), ...saidInScript(path, `const page = <>${markup}</>`)]
  })
}

function saidInScript(path: string, text: string): readonly Said[] {
  const said: Said[] = []
  const add = (piece: string) => {
    const one = piece.replace(/\s+/g, ' ').trim()
    // Words in a row, or one that stands as a label.
    if (/[a-z] [a-z]/i.test(one) || /^[A-Z][a-z]+\.?$/.test(one))
      said.push({ where: path, text: withoutCode(one) })
  }
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return
    if (ts.isJsxAttribute(node) && /^(class|d|viewBox|style|data-.*)$/.test(node.name.getText())) return
    if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) add(node.text)
    else if (ts.isJsxText(node)) add(node.text)
    else if (ts.isTemplateExpression(node))
      add([node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].join('0'))
    ts.forEachChild(node, visit)
  }
  visit(ts.createSourceFile('said.tsx', text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX))
  return said
}
