import {
  defaultKeymap,
  history,
  historyKeymap,
  indentLess,
  indentMore,
  toggleTabFocusMode,
} from '@codemirror/commands'
import { javascript } from '@codemirror/lang-javascript'
import {
  bracketMatching,
  codeFolding,
  foldedRanges,
  foldEffect,
  foldKeymap,
  indentOnInput,
  indentUnit,
  syntaxHighlighting,
  unfoldEffect,
} from '@codemirror/language'
import { foldsOf } from '#sandbox/folds.ts'
import { EditorState, StateEffect, StateField } from '@codemirror/state'
import {
  Decoration,
  type DecorationSet,
  drawSelection,
  EditorView,
  keymap,
  lineNumbers,
} from '@codemirror/view'
import { foldWords } from './printed-code.tsx'
import { syntax } from './syntax.ts'

export interface EditorOptions {
  readonly parent: HTMLElement
  readonly text: string
  /** What a screen reader calls it. */
  readonly label: string
  /** The lines, from 1, at which folds begin that the reader has opened before going in. */
  readonly opened?: readonly number[]
  onChange(text: string): void
  onRun(): void
  /** True when Tab now leaves the editor instead of indenting. */
  onTabMode(leaves: boolean): void
}

export interface Editor {
  focus(at?: { x: number; y: number }): void
  setText(text: string): void
  /** Marks the line, from 1, that an error names, and unfolds it; undefined takes the mark away. */
  markLine(line: number | undefined): void
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
  '.cm-line': { padding: '0 var(--cell-code-side) 0 0' },
  '.cm-gutters': { background: 'transparent', border: '0', color: 'var(--soft)' },
  '.cm-lineNumbers .cm-gutterElement': {
    minWidth: 'calc(var(--cell-number) + var(--cell-number-gap))',
    padding: '0 var(--cell-number-gap) 0 0',
  },
  '.cm-failing': { background: 'var(--alarm-wash)', boxShadow: 'inset 3px 0 var(--alarm)' },
  '.cm-foldPlaceholder': {
    border: '0',
    background: 'none',
    color: 'var(--soft)',
    font: 'italic 1em/1 var(--ui)',
    cursor: 'pointer',
  },
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

const markFailing = StateEffect.define<number | undefined>()

/** The line that an error names; a change of the text takes the mark away. */
const failing = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(marks, { effects, docChanged, state }) {
    for (const effect of effects) {
      if (!effect.is(markFailing)) continue
      const line = effect.value
      if (line === undefined || line > state.doc.lines) return Decoration.none
      return Decoration.set(Decoration.line({ class: 'cm-failing' }).range(state.doc.line(line).from))
    }
    return docChanged ? Decoration.none : marks
  },
  provide: (field) => EditorView.decorations.from(field),
})

/** The folds of the text that are closed: those that the reader has not opened. */
function closedFolds(state: EditorState, opened: readonly number[]): StateEffect<unknown>[] {
  return foldsOf(state.doc.toString())
    .folds.filter(({ from }) => !opened.includes(from))
    .map((fold) => foldEffect.of({ from: state.doc.line(fold.from).from, to: state.doc.line(fold.to).to }))
}

const folding = codeFolding({
  preparePlaceholder(state, range) {
    const from = state.doc.lineAt(range.from).number
    const fold = foldsOf(state.doc.toString()).folds.find((one) => one.from === from)
    return fold === undefined ? '…' : `▸ ${foldWords(fold)}`
  },
  placeholderDOM(_view, onclick, prepared: string) {
    const placeholder = document.createElement('span')
    placeholder.className = 'cm-foldPlaceholder'
    placeholder.textContent = prepared
    placeholder.title = 'Show these lines'
    placeholder.onclick = onclick
    return placeholder
  },
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

/** What every cell's editor has, whatever is written in it. */
const writing = [
  keymap.of([...defaultKeymap, ...historyKeymap, ...foldKeymap]),
  lineNumbers(),
  folding,
  failing,
  history(),
  drawSelection(),
  indentOnInput(),
  indentUnit.of('  '),
  bracketMatching(),
  javascript({ typescript: true }),
  syntaxHighlighting(syntax),
  look,
]

/**
 * CodeMirror in a shadow root of `parent`: there its styles are adopted sheets, which the page's policy allows. Tab
 * indents only after the reader has typed, so that walking through the page by Tab is never caught; Esc gives Tab
 * back, and Ctrl-M (Shift-Alt-M on a Mac) switches it for good.
 */
export function openEditor({
  parent,
  text,
  label,
  opened = [],
  onChange,
  onRun,
  onTabMode,
}: EditorOptions): Editor {
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
        ...writing,
        watch,
        EditorView.domEventHandlers({ blur: () => (setTab(false), false), beforeinput: overwrite }),
        EditorView.contentAttributes.of({ 'aria-label': label, 'aria-multiline': 'true' }),
      ],
    }),
  })
  view.dispatch({ effects: closedFolds(view.state, opened) })
  return {
    markLine(line) {
      const effects: StateEffect<unknown>[] = [markFailing.of(line)]
      if (line !== undefined && line <= view.state.doc.lines) {
        const { from, to } = view.state.doc.line(line)
        foldedRanges(view.state).between(from, to, (start, end) => {
          effects.push(unfoldEffect.of({ from: start, to: end }))
        })
      }
      view.dispatch({ effects })
    },
    focus(at) {
      view.focus()
      const position = at === undefined ? null : view.posAtCoords(at)
      if (position !== null) view.dispatch({ selection: { anchor: position } })
    },
    setText(next) {
      view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: next } })
      view.dispatch({ effects: closedFolds(view.state, []) })
    },
    destroy: () => view.destroy(),
  }
}
