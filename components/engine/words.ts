/**
 * The one line of markup in the texts about the engine: `code` between backticks, and [words](where), where `where` is
 * `file:core/queue.ts`, `file:core/queue.ts#Queue`, `term:quorum`,
 * `lesson:merkle-trees#a-leaf-stands-for-a-key-range` or `page:leaves-out`.
 */
export type LinkKind = 'file' | 'term' | 'lesson' | 'page'

/** Words as they are, or as code. */
export interface Plain {
  readonly type: 'text' | 'code'
  readonly text: string
}

/** A stretch of a marked text. */
export type Word =
  | Plain
  | { readonly type: 'link'; readonly kind: LinkKind; readonly to: string; readonly words: readonly Plain[] }

const link = /\[([^\]]+)\]\((file|term|lesson|page):([^)\s]+)\)/g

/** The words of a text, in their order. */
export function markedWords(text: string): readonly Word[] {
  const words: Word[] = []
  let end = 0
  for (const match of text.matchAll(link)) {
    words.push(...plain(text.slice(end, match.index)))
    words.push({
      type: 'link',
      kind: match[2] as LinkKind,
      to: match[3]!,
      words: plain(match[1]!),
    })
    end = match.index + match[0].length
  }
  words.push(...plain(text.slice(end)))
  return words
}

function plain(text: string): readonly Plain[] {
  return text
    .split('`')
    .map((part, index): Plain => ({ type: index % 2 === 1 ? 'code' : 'text', text: part }))
    .filter((word) => word.text !== '')
}

/** A text's paragraphs: an empty line stands between them. */
export function paragraphsOf(text: string): readonly string[] {
  return text.trim().split(/\n\s*\n/)
}
