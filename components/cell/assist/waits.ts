import { type Extension, StateEffect, StateField } from '@codemirror/state'
import { Decoration, type DecorationSet, EditorView, WidgetType } from '@codemirror/view'
import type { SeenWait, Wait } from '#sandbox/items.ts'
import { waitWords } from './wait-words.ts'

const show = StateEffect.define<readonly SeenWait[]>()

/** Puts behind each `yield*` line what its waits were; none takes them away. */
export const showWaits = (waits: readonly SeenWait[]) => show.of(waits)

/** The waits of the last run beside their lines, until the text changes. `go` is called with the next of them at each click. */
export function waitsBeside(go: (wait: Wait, place: number, of: number) => void): Extension {
  class Waits extends WidgetType {
    readonly site: SeenWait

    constructor(site: SeenWait) {
      super()
      this.site = site
    }

    override eq(other: Waits): boolean {
      return other.site === this.site
    }

    override toDOM(): HTMLElement {
      const button = document.createElement('button')
      button.type = 'button'
      button.className = 'cm-waits'
      button.textContent = waitWords(this.site)
      button.title = 'Go to this wait in the figure; click again for the next one'
      // By keyboard the same waits are reached in the list below the code.
      button.tabIndex = -1
      let next = 0
      button.onclick = () => {
        const { all } = this.site
        const place = next++ % all.length
        go(all[place]!, place + 1, all.length)
      }
      return button
    }

    override ignoreEvent(): boolean {
      return true
    }
  }
  return StateField.define<DecorationSet>({
    create: () => Decoration.none,
    update(marks, { effects, docChanged, newDoc }) {
      for (const effect of effects)
        if (effect.is(show))
          return Decoration.set(
            effect.value
              .filter(({ line }) => line <= newDoc.lines)
              .map((site) =>
                Decoration.widget({ widget: new Waits(site), side: 2 }).range(newDoc.line(site.line).to),
              ),
            true,
          )
      return docChanged ? Decoration.none : marks
    },
    provide: (field) => EditorView.decorations.from(field),
  })
}
