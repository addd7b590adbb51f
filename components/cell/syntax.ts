import { typescriptLanguage } from '@codemirror/lang-javascript'
import { highlightCode, tagHighlighter, tags } from '@lezer/highlight'

/**
 * The classes of code in the editor. The build prints code with a grammar of its own (src/build/highlight.ts); a test
 * holds both to the same classes, so that next to nothing changes its colour when the reader goes in.
 */
export const syntax = tagHighlighter([
  {
    tag: [tags.keyword, tags.modifier, tags.operatorKeyword, tags.self, tags.null, tags.bool],
    class: 'code-k',
  },
  { tag: [tags.string, tags.special(tags.string), tags.regexp, tags.escape], class: 'code-s' },
  { tag: [tags.number], class: 'code-n' },
  { tag: [tags.comment], class: 'code-c' },
  {
    tag: [
      tags.function(tags.variableName),
      tags.function(tags.propertyName),
      tags.function(tags.definition(tags.variableName)),
    ],
    class: 'code-f',
  },
  { tag: [tags.typeName, tags.className], class: 'code-t' },
])

/** A stretch of code with its class; an empty class for what has none. */
export interface Stretch {
  readonly text: string
  readonly className: string
}

/** Code cut into stretches, line breaks included: joined, they're the code. */
export function stretches(code: string): readonly Stretch[] {
  const list: Stretch[] = []
  const tree = typescriptLanguage.parser.parse(code)
  highlightCode(
    code,
    tree,
    syntax,
    (text, className) => list.push({ text, className }),
    () => list.push({ text: '\n', className: '' }),
  )
  return list
}
