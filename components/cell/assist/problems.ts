import { type Diagnostic, forEachDiagnostic, linter } from '@codemirror/lint'
import type { EditorState, Extension } from '@codemirror/state'
import { EditorView } from '@codemirror/view'
import type { Language } from './language.ts'
import { plainWords } from './problem-words.ts'

/** After a key, the text rests this long before its problems are asked for. */
const restMs = 250

/** Problems are underlined where they are; the one at the cursor is handed on, to be told beside the text. */
export function problems(language: Language, onCursor: (words: string) => void): Extension {
  let told = ''
  const tell = (words: string) => {
    if (words !== told) onCursor((told = words))
  }
  return [
    linter(
      async ({ state }): Promise<readonly Diagnostic[]> => {
        if (!language.isAwake()) return []
        const text = state.doc.toString()
        const found = (await language.ask(text, 'problems')) ?? []
        return found.map(({ from, to, severity, message, code }) => ({
          from: Math.min(from, text.length),
          to: Math.min(Math.max(to, from), text.length),
          severity,
          message: plainWords(code, message),
        }))
      },
      { delay: restMs },
    ),
    EditorView.updateListener.of(({ state }) => tell(problemAt(state))),
  ]
}

/** What is wrong at the cursor, with its line; the whole line counts, because that's how a reader looks for it. */
function problemAt(state: EditorState): string {
  const { from, to, number } = state.doc.lineAt(state.selection.main.head)
  let nearest: { readonly away: number; readonly message: string } | undefined
  forEachDiagnostic(state, ({ message }, start, end) => {
    if (start > to || end < from) return
    const { head } = state.selection.main
    const away = head < start ? start - head : head > end ? head - end : 0
    if (nearest === undefined || away < nearest.away) nearest = { away, message }
  })
  return nearest === undefined ? '' : `Line ${number}: ${nearest.message}`
}
