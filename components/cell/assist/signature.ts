import { type ChangeSet, type Extension, StateEffect, StateField } from '@codemirror/state'
import { type Command, EditorView, showTooltip, type Tooltip } from '@codemirror/view'
import type { Signature } from '#editor/types/answers.ts'
import { docstringLead } from './docstring.ts'
import type { Language } from './language.ts'

const show = StateEffect.define<Tooltip | undefined>()

const shown = StateField.define<Tooltip | undefined>({
  create: () => undefined,
  update(tooltip, { effects, changes }) {
    for (const effect of effects) if (effect.is(show)) return effect.value
    return tooltip && { ...tooltip, pos: changes.mapPos(tooltip.pos) }
  },
  provide: (field) => showTooltip.from(field, (tooltip) => tooltip ?? null),
})

/** While a call is being written, what it takes stands above it, with the argument that comes next. */
export function signatures(language: Language): Extension {
  return [
    shown,
    EditorView.updateListener.of((update) => {
      const { view, state } = update
      const isOpen = state.field(shown) !== undefined
      const begins = update.transactions.some(
        (transaction) =>
          transaction.isUserEvent('input.type') && /[(,]$/.test(insertedBy(transaction.changes)),
      )
      if (begins || (isOpen && (update.docChanged || update.selectionSet))) void ask(language, view, begins)
    }),
    EditorView.domEventHandlers({ blur: (_event, view) => void setTimeout(() => closeSignature(view)) }),
  ]
}

/** Asks for it by a key, anywhere inside the brackets. */
export function signatureHere(language: Language): Command {
  return (view) => {
    language.wake()
    void ask(language, view, true)
    return true
  }
}

/** Takes it away; false when there's none. */
export const closeSignature: Command = (view) => {
  if (view.state.field(shown, false) === undefined) return false
  view.dispatch({ effects: show.of(undefined) })
  return true
}

async function ask(language: Language, view: EditorView, isWanted: boolean): Promise<void> {
  if (!language.isAwake()) return
  const { state } = view
  const at = state.selection.main.head
  const found = await language.ask(state.doc.toString(), 'signature', at)
  if (view.state.doc !== state.doc || view.state.selection.main.head !== at) return
  if (found === undefined && view.state.field(shown) === undefined) return
  if (!isWanted && view.state.field(shown) === undefined) return
  view.dispatch({ effects: show.of(found && { pos: at, above: true, create: () => ({ dom: note(found) }) }) })
}

function note({ label, active, docs, parameterDocs }: Signature): HTMLElement {
  const dom = document.createElement('div')
  dom.className = 'cm-explained'
  const code = document.createElement('code')
  code.className = 'cm-explained-type'
  const [from, to] = active ?? [label.length, label.length]
  const strong = document.createElement('b')
  strong.textContent = label.slice(from, to)
  code.append(label.slice(0, from), strong, label.slice(to))
  dom.append(code)
  const words = parameterDocs === '' ? docs : parameterDocs
  if (words !== '') {
    const about = document.createElement('p')
    about.className = 'cm-explained-docs'
    about.textContent = docstringLead(words)
    dom.append(about)
  }
  return dom
}

function insertedBy(changes: ChangeSet): string {
  let text = ''
  changes.iterChanges((_fromA, _toA, _fromB, _toB, inserted) => void (text += inserted.toString()))
  return text
}
