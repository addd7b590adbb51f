import { type Extension, StateEffect, StateField } from '@codemirror/state'
import { type Command, EditorView, hoverTooltip, showTooltip, type Tooltip } from '@codemirror/view'
import { explained } from './explained.ts'
import type { Language } from './language.ts'

const show = StateEffect.define<Tooltip | undefined>()

/** The note that a key asked for; the next change or move of the cursor takes it away. */
const asked = StateField.define<Tooltip | undefined>({
  create: () => undefined,
  update(tooltip, { effects, docChanged, selection }) {
    for (const effect of effects) if (effect.is(show)) return effect.value
    return docChanged || selection !== undefined ? undefined : tooltip
  },
  provide: (field) => showTooltip.from(field, (tooltip) => tooltip ?? null),
})

/** The name under the pointer explained: type, this run's value, docs. */
export function explaining(language: Language): Extension {
  return [
    asked,
    hoverTooltip(async (view, at) => (language.isAwake() ? await noteAt(language, view, at) : null), {
      hideOnChange: true,
      hoverTime: 350,
    }),
  ]
}

/** The same for the name at the cursor, by a key or a button: said aloud too. */
export function explainHere(language: Language): Command {
  return (view) => {
    language.wake()
    const { doc } = view.state
    void noteAt(language, view, view.state.selection.main.head).then((note) => {
      if (view.state.doc !== doc) return
      if (note === null) language.say('There’s no type here. Put the cursor on a name.')
      else language.aloud(note.words)
      view.dispatch({ effects: show.of(note ?? undefined) })
    })
    return true
  }
}

/** Takes a note away that a key has asked for; false when there's none. */
export const closeNote: Command = (view) => {
  if (view.state.field(asked, false) === undefined) return false
  view.dispatch({ effects: show.of(undefined) })
  return true
}

async function noteAt(
  language: Language,
  view: EditorView,
  at: number,
): Promise<(Tooltip & { readonly words: string }) | null> {
  const text = view.state.doc.toString()
  const [about, place] = await Promise.all([
    language.ask(text, 'hover', at),
    language.ask(text, 'definition', at),
  ])
  if (about === undefined) return null
  const name = text.slice(about.from, about.to)
  const seen = place?.in === 'cell' ? language.seen(text, place.cell, place.line, name) : undefined
  return {
    pos: about.from,
    end: about.to,
    above: true,
    create: () => ({ dom: explained({ ...about, seen }) }),
    words: explained({ ...about, seen }).innerText,
  }
}
