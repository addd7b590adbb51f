import { type Command, EditorView } from '@codemirror/view'
import type { Extension } from '@codemirror/state'
import type { Language } from './language.ts'

/** Ctrl-click, or Cmd-click, goes where a name is defined. */
export function followByClick(language: Language): Extension {
  return EditorView.domEventHandlers({
    mousedown(event, view) {
      if (event.button !== 0 || !(event.ctrlKey || event.metaKey)) return false
      const at = view.posAtCoords({ x: event.clientX, y: event.clientY })
      if (at === null) return false
      event.preventDefault()
      void follow(language, view, at)
      return true
    },
  })
}

/** Goes where the name at the cursor is defined. */
export function followHere(language: Language): Command {
  return (view) => {
    void follow(language, view, view.state.selection.main.head)
    return true
  }
}

async function follow(language: Language, view: EditorView, at: number): Promise<void> {
  language.wake()
  const place = await language.ask(view.state.doc.toString(), 'definition', at)
  if (place === undefined) return language.say('No definition was found for what’s at the cursor.')
  if (place.in === 'cell' && place.cell === language.cell) {
    view.dispatch({ selection: { anchor: place.from, head: place.to }, scrollIntoView: true })
    return
  }
  const words = await language.open(place)
  if (words !== undefined) language.say(words)
}
