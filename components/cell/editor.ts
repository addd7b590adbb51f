import { isolateHistory } from '@codemirror/commands'
import { forceLinting } from '@codemirror/lint'
import { EditorState, type Extension } from '@codemirror/state'
import type { SeenWait, Wait } from '#sandbox/items.ts'
import { EditorView, keymap } from '@codemirror/view'
import { typeQueries } from './assist/asked.ts'
import { completing } from './assist/completing.ts'
import { followByClick } from './assist/definition.ts'
import { closeNote, explaining } from './assist/explaining.ts'
import type { Language } from './assist/language.ts'
import { problems } from './assist/problems.ts'
import { closeSignature, signatures } from './assist/signature.ts'
import { showWaits, waitsBeside } from './assist/waits.ts'
import { changeBetween } from './change-between.ts'
import { commandsOf, toolKeys } from './commands.ts'
import { closedFolds, unfolding } from './folding.ts'
import { type LineMark, markLine } from './marked-lines.ts'
import type { ToolName } from './tools.ts'
import { tabKeys } from './tab-keys.ts'
import { overwrite, writing } from './writing.ts'

/** What an editor is opened with, and who is told what happens in it. */
export interface EditorOptions {
  readonly parent: HTMLElement
  readonly text: string
  /** What a screen reader calls it. */
  readonly label: string
  /** The lines, from 1, at which folds begin that the reader has opened before going in. */
  readonly opened?: readonly number[]
  /** Answers what the editor asks about the text; without it, it's an editor and no more. */
  readonly language?: Language
  onChange(text: string): void
  onRun(): void
  /** True when Tab now leaves the editor instead of indenting. */
  onTabMode(leaves: boolean): void
  /** What is wrong at the cursor; empty for nothing. */
  onProblem?(words: string): void
  /** The reader asks for one of the waits beside a line. */
  onWait?(wait: Wait, place: number, of: number): void
}

/** An open editor, as the cell around it handles it. */
export interface Editor {
  focus(at?: { x: number; y: number } | number): void
  /** Replaces the text, as one step of the history: Undo brings the other one back. */
  setText(text: string): void
  /** Changes the text into another one, as one step of the history; what stays the same keeps its folds. */
  change(text: string): void
  /** Marks the line, from 1, and unfolds it; undefined takes the mark away. */
  markLine(line: number | undefined, as?: LineMark): void
  /** Shows what the last run told of this text: its waits, line by line. */
  showWaits(waits: readonly SeenWait[]): void
  /** Does what one of the tools does. */
  use(tool: ToolName): void
  destroy(): void
}

/** Where nobody answers, nothing is asked. */
const noLanguage: Language = {
  cell: '',
  isAwake: () => false,
  wake() {},
  ask: () => Promise.resolve(undefined),
  seen: () => undefined,
  open: () => Promise.resolve(undefined),
  say() {},
  aloud() {},
}

/**
 * CodeMirror in a shadow root of `parent`: there its styles are adopted sheets, which the page's policy allows. Tab
 * indents only after the reader has typed, so that walking through the page by Tab is never caught; Esc gives Tab
 * back, and Ctrl-M (Shift-Alt-M on a Mac) switches it for good.
 */
export function openEditor(options: EditorOptions): Editor {
  const {
    parent,
    text,
    label,
    opened = [],
    language: given = noLanguage,
    onChange,
    onRun,
    onTabMode,
  } = options
  const root = parent.shadowRoot ?? parent.attachShadow({ mode: 'open' })
  const language: Language = {
    ...given,
    wake() {
      if (given.isAwake()) return
      given.wake()
      forceLinting(view)
    },
  }
  const commands = commandsOf(language)
  const tabs = tabKeys(onTabMode)
  const keys = keymap.of([
    { key: 'Mod-Enter', run: () => (onRun(), true) },
    { key: 'Escape', run: (view) => closeNote(view) || closeSignature(view) },
    ...toolKeys(commands),
  ])
  const watch = EditorView.updateListener.of(({ docChanged, transactions, state }) => {
    if (!docChanged) return
    const isByReader = transactions.some((one) =>
      ['input', 'delete', 'move', 'undo', 'redo', 'format'].some((event) => one.isUserEvent(event)),
    )
    if (isByReader) given.wake()
    if (transactions.some((one) => one.isUserEvent('input'))) tabs.typed()
    onChange(state.doc.toString())
  })
  const view = new EditorView({
    root,
    parent: root as unknown as Element,
    state: EditorState.create({
      doc: text,
      extensions: [
        keys,
        tabs.keys,
        watch,
        ...writing,
        assisting(language, options),
        EditorView.domEventHandlers({ beforeinput: overwrite }),
        EditorView.contentAttributes.of({ 'aria-label': label, 'aria-multiline': 'true' }),
      ],
    }),
  })
  view.dispatch({ effects: closedFolds(view.state, opened) })
  return handleOf(view, commands)
}

/** What the page may do with an editor. */
function handleOf(view: EditorView, commands: ReturnType<typeof commandsOf>): Editor {
  return {
    markLine(line, as = 'failing') {
      const isThere = line !== undefined && line <= view.state.doc.lines
      const { from, to } = view.state.doc.line(isThere ? line : 1)
      view.dispatch({
        effects: [markLine.of({ as, line }), ...(isThere ? unfolding(view.state, from, to) : [])],
      })
    },
    focus(at) {
      view.focus()
      const position = at === undefined ? null : typeof at === 'number' ? at : view.posAtCoords(at)
      if (position === null) return
      const anchor = Math.min(position, view.state.doc.length)
      view.dispatch({
        selection: { anchor },
        scrollIntoView: typeof at === 'number',
        effects: unfolding(view.state, anchor, anchor),
      })
    },
    setText(next) {
      view.dispatch({
        changes: { from: 0, to: view.state.doc.length, insert: next },
        annotations: isolateHistory.of('full'),
      })
      view.dispatch({ effects: closedFolds(view.state, []) })
    },
    change(next) {
      const changes = changeBetween(view.state.doc.toString(), next)
      view.dispatch({
        changes,
        selection: { anchor: changes.from + changes.insert.length },
        scrollIntoView: true,
        annotations: isolateHistory.of('full'),
        userEvent: 'input.shown',
      })
    },
    showWaits: (waits) => view.dispatch({ effects: showWaits(waits) }),
    use(tool) {
      view.focus()
      commands[tool](view)
    },
    destroy: () => view.destroy(),
  }
}

/** What types add to writing. */
function assisting(
  language: Language,
  { onProblem = () => {}, onWait = () => {} }: EditorOptions,
): Extension {
  return [
    completing(language),
    problems(language, onProblem),
    explaining(language),
    signatures(language),
    typeQueries(language),
    followByClick(language),
    waitsBeside(onWait),
  ]
}
