import { StateEffect, StateField } from '@codemirror/state'
import { Decoration, type DecorationSet, EditorView } from '@codemirror/view'

/** Why a line is marked: an error names it, or something to try is about it. */
export type LineMark = 'failing' | 'trying'

/** Marks a line, from 1; undefined takes the mark away. */
export const markLine = StateEffect.define<{ readonly as: LineMark; readonly line: number | undefined }>()

/** Marked lines. A change of the text takes an error's mark away; what to try keeps its line. */
export const markedLines: readonly StateField<DecorationSet>[] = (['failing', 'trying'] as const).map((as) =>
  StateField.define<DecorationSet>({
    create: () => Decoration.none,
    update(marks, { effects, docChanged, changes, state }) {
      for (const effect of effects) {
        if (!effect.is(markLine) || effect.value.as !== as) continue
        const { line } = effect.value
        if (line === undefined || line > state.doc.lines) return Decoration.none
        return Decoration.set(Decoration.line({ class: `cm-${as}` }).range(state.doc.line(line).from))
      }
      if (!docChanged) return marks
      return as === 'failing' ? Decoration.none : marks.map(changes)
    },
    provide: (field) => EditorView.decorations.from(field),
  }),
)
