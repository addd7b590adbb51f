import {
  defaultKeymap,
  history,
  historyKeymap,
  indentLess,
  indentMore,
  toggleTabFocusMode,
} from '@codemirror/commands'
import { javascript } from '@codemirror/lang-javascript'
import { bracketMatching, indentOnInput, indentUnit, syntaxHighlighting } from '@codemirror/language'
import { EditorState } from '@codemirror/state'
import { drawSelection, EditorView, keymap } from '@codemirror/view'
import { syntax } from './syntax.ts'

export interface EditorOptions {
  readonly parent: HTMLElement
  readonly text: string
  /** What a screen reader calls it. */
  readonly label: string
  onChange(text: string): void
  onRun(): void
  /** True when Tab now leaves the editor instead of indenting. */
  onTabMode(leaves: boolean): void
}

export interface Editor {
  focus(at?: { x: number; y: number }): void
  setText(text: string): void
  destroy(): void
}

/** Sizes are those of the printed code (cell.css): going in moves nothing. */
const look = EditorView.theme({
  '&': { color: 'var(--ink)', background: 'transparent' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': {
    fontFamily: 'var(--mono)',
    fontSize: 'var(--cell-code-size)',
    lineHeight: 'var(--cell-code-line)',
    fontVariantLigatures: 'none',
    scrollbarWidth: 'thin',
  },
  '.cm-content': {
    padding: 'var(--cell-code-top) 0',
    caretColor: 'var(--ink)',
    minHeight: '0',
    tabSize: '2',
  },
  '.cm-line': { padding: '0 var(--cell-code-side)' },
  '.cm-cursor': { borderLeftColor: 'var(--ink)', borderLeftWidth: '2px' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': {
    background: 'color-mix(in srgb, var(--mark) 55%, transparent)',
  },
  '.cm-matchingBracket, &.cm-focused .cm-matchingBracket': {
    background: 'var(--mark-wash)',
    outline: '1px solid var(--mark-edge)',
  },
  '.code-k': { color: 'var(--syntax-keyword)' },
  '.code-s': { color: 'var(--syntax-string)' },
  '.code-n': { color: 'var(--syntax-number)' },
  '.code-c': { color: 'var(--syntax-comment)' },
  '.code-f': { color: 'var(--syntax-name)' },
  '.code-t': { color: 'var(--syntax-type)' },
})

/**
 * Typing over a selection, done by us: left to itself, the browser keeps the look of what it replaces by inline
 * styles, which the page's policy refuses.
 */
function overwrite({ inputType, data }: InputEvent, view: EditorView): boolean {
  if (inputType !== 'insertText' || data === null || view.composing || view.state.selection.main.empty)
    return false
  view.dispatch(view.state.replaceSelection(data), { userEvent: 'input.type', scrollIntoView: true })
  return true
}

/**
 * CodeMirror in a shadow root of `parent`: there its styles are adopted sheets, which the page's policy allows. Tab
 * indents only after the reader has typed, so that walking through the page by Tab is never caught; Esc gives Tab
 * back, and Ctrl-M (Shift-Alt-M on a Mac) switches it for good.
 */
export function openEditor({ parent, text, label, onChange, onRun, onTabMode }: EditorOptions): Editor {
  const root = parent.shadowRoot ?? parent.attachShadow({ mode: 'open' })
  let tabIndents = false
  let alwaysLeaves = false
  const setTab = (indents: boolean) => {
    if (tabIndents === indents) return
    tabIndents = indents
    onTabMode(!indents)
  }
  const tab = (command: typeof indentMore) => (view: EditorView) => tabIndents && command(view)
  const toggleTab = (view: EditorView) => {
    alwaysLeaves = !alwaysLeaves
    toggleTabFocusMode(view)
    tabIndents = !alwaysLeaves
    onTabMode(alwaysLeaves)
    return true
  }
  const keys = keymap.of([
    { key: 'Mod-Enter', run: () => (onRun(), true) },
    { key: 'Ctrl-m', mac: 'Shift-Alt-m', run: toggleTab },
    { key: 'Escape', run: () => (setTab(false), false) },
    { key: 'Tab', run: tab(indentMore), shift: tab(indentLess) },
  ])
  const watch = EditorView.updateListener.of((update) => {
    if (!update.docChanged) return
    if (update.transactions.some((transaction) => transaction.isUserEvent('input')) && !alwaysLeaves)
      setTab(true)
    onChange(update.state.doc.toString())
  })
  const view = new EditorView({
    root,
    parent: root as unknown as Element,
    state: EditorState.create({
      doc: text,
      extensions: [
        keys,
        keymap.of([...defaultKeymap, ...historyKeymap]),
        history(),
        drawSelection(),
        indentOnInput(),
        indentUnit.of('  '),
        bracketMatching(),
        javascript({ typescript: true }),
        syntaxHighlighting(syntax),
        look,
        watch,
        EditorView.domEventHandlers({ blur: () => (setTab(false), false), beforeinput: overwrite }),
        EditorView.contentAttributes.of({ 'aria-label': label, 'aria-multiline': 'true' }),
      ],
    }),
  })
  return {
    focus(at) {
      view.focus()
      const position = at === undefined ? null : view.posAtCoords(at)
      if (position !== null) view.dispatch({ selection: { anchor: position } })
    },
    setText(next) {
      view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: next } })
    },
    destroy: () => view.destroy(),
  }
}
