import * as babel from 'prettier/plugins/babel'
import * as estree from 'prettier/plugins/estree'
import { formatWithCursor } from 'prettier/standalone'

/** A text in the house's format, and where the cursor is in it then. */
export interface Formatted {
  readonly text: string
  readonly cursor: number
}

/** The text as the course's own cells are set, with the place of the cursor in it. Rejects what doesn't parse. */
export async function formatCode(text: string, cursor: number): Promise<Formatted> {
  const { formatted, cursorOffset } = await formatWithCursor(text, {
    cursorOffset: cursor,
    parser: 'babel-ts',
    plugins: [babel, estree],
    semi: false,
    singleQuote: true,
    printWidth: 72,
  })
  const ends = text.endsWith('\n') ? formatted : formatted.replace(/\n$/, '')
  return { text: ends, cursor: Math.min(cursorOffset, ends.length) }
}
