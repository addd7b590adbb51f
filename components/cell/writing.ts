import { defaultKeymap, history, historyKeymap } from '@codemirror/commands'
import { javascript } from '@codemirror/lang-javascript'
import {
  bracketMatching,
  foldKeymap,
  indentOnInput,
  indentUnit,
  syntaxHighlighting,
} from '@codemirror/language'
import { lintKeymap } from '@codemirror/lint'
import { search, searchKeymap } from '@codemirror/search'
import { EditorState } from '@codemirror/state'
import { drawSelection, EditorView, keymap, lineNumbers, tooltips } from '@codemirror/view'
import { wrapping } from './commands.ts'
import { folding } from './folding.ts'
import { look } from './look.ts'
import { markedLines } from './marked-lines.ts'
import { speaking } from './phrases.ts'
import { syntax } from './syntax.ts'

/**
 * Typing over a selection, done by us: left to itself, the browser keeps the look of what it replaces by inline
 * styles, which the page's policy refuses.
 */
export function overwrite({ inputType, data }: InputEvent, view: EditorView): boolean {
  if (inputType !== 'insertText' || data === null || view.composing || view.state.selection.main.empty)
    return false
  view.dispatch(view.state.replaceSelection(data), { userEvent: 'input.type', scrollIntoView: true })
  return true
}

/** What every cell's editor has, whatever is written in it. */
export const writing = [
  keymap.of([...defaultKeymap, ...historyKeymap, ...foldKeymap, ...searchKeymap, ...lintKeymap]),
  lineNumbers(),
  folding,
  ...markedLines,
  history(),
  search({ top: true }),
  speaking,
  EditorState.allowMultipleSelections.of(true),
  // Ctrl-click goes to a definition, so Alt-click sets another cursor.
  EditorView.clickAddsSelectionRange.of((event) => event.altKey),
  drawSelection(),
  indentOnInput(),
  indentUnit.of('  '),
  bracketMatching(),
  javascript({ typescript: true }),
  syntaxHighlighting(syntax),
  tooltips({ position: 'fixed' }),
  wrapping.of([]),
  look,
]
