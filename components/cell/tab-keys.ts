import { indentLess, indentMore, toggleTabFocusMode } from '@codemirror/commands'
import { EditorView, keymap } from '@codemirror/view'

/** Tab walks on until the reader types; then it indents, until Esc or a way out. */
export function tabKeys(onTabMode: (leaves: boolean) => void) {
  let indents = false
  let alwaysLeaves = false
  const set = (next: boolean) => {
    if (indents === next) return
    indents = next
    onTabMode(!next)
  }
  const tab = (command: typeof indentMore) => (view: EditorView) => indents && command(view)
  const toggle = (view: EditorView) => {
    alwaysLeaves = !alwaysLeaves
    toggleTabFocusMode(view)
    indents = !alwaysLeaves
    onTabMode(alwaysLeaves)
    return true
  }
  return {
    keys: [
      keymap.of([
        { key: 'Ctrl-m', mac: 'Shift-Alt-m', run: toggle },
        { key: 'Escape', run: () => (set(false), false) },
        { key: 'Tab', run: tab(indentMore), shift: tab(indentLess) },
      ]),
      EditorView.domEventHandlers({ blur: () => (set(false), false) }),
    ],
    typed() {
      if (!alwaysLeaves) set(true)
    },
  }
}
