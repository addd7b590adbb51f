import { type Extension, StateEffect, StateField } from '@codemirror/state'
import {
  Decoration,
  type DecorationSet,
  EditorView,
  ViewPlugin,
  type ViewUpdate,
  WidgetType,
} from '@codemirror/view'
import type { Asked } from '#editor/types/answers.ts'
import type { Language } from './language.ts'

const restMs = 250
const mark = /^[ \t]*\/\/[ \t]*\^\?[ \t]*$/m
const answers = StateEffect.define<readonly Asked[]>()

class Answer extends WidgetType {
  readonly type: string

  constructor(type: string) {
    super()
    this.type = type
  }

  override eq(other: Answer): boolean {
    return other.type === this.type
  }

  override toDOM(): HTMLElement {
    const element = document.createElement('span')
    element.className = 'cm-asked'
    element.textContent = ` ${this.type}`
    return element
  }
}

const shown = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(marks, { effects, changes, newDoc }) {
    for (const effect of effects) {
      if (!effect.is(answers)) continue
      return Decoration.set(
        effect.value
          .filter(({ at }) => at <= newDoc.length)
          .map(({ at, type }) => Decoration.widget({ widget: new Answer(type), side: 1 }).range(at)),
        true,
      )
    }
    return marks.map(changes)
  },
  provide: (field) => EditorView.decorations.from(field),
})

/** The answers to the text's `// ^?` marks, each behind its mark. */
export function typeQueries(language: Language): Extension {
  const plugin = ViewPlugin.fromClass(
    class {
      timer: ReturnType<typeof setTimeout> | undefined

      update({ docChanged, view }: ViewUpdate) {
        if (!docChanged) return
        clearTimeout(this.timer)
        this.timer = setTimeout(() => void ask(language, view), restMs)
      }

      destroy() {
        clearTimeout(this.timer)
      }
    },
  )
  return [shown, plugin]
}

async function ask(language: Language, view: EditorView): Promise<void> {
  const { doc } = view.state
  const text = doc.toString()
  if (!language.isAwake()) return
  const found = mark.test(text) ? await language.ask(text, 'asked') : []
  if (view.state.doc !== doc || (found?.length === 0 && view.state.field(shown).size === 0)) return
  view.dispatch({ effects: answers.of(found ?? []) })
}
