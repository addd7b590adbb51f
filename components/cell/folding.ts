import { codeFolding, foldedRanges, foldEffect, unfoldEffect } from '@codemirror/language'
import type { EditorState, StateEffect } from '@codemirror/state'
import { foldsOf } from '#sandbox/folds.ts'
import { foldWords } from './printed-code.tsx'

/** The folds of the text that are closed: those that the reader hasn't opened. */
export function closedFolds(state: EditorState, opened: readonly number[]): StateEffect<unknown>[] {
  return foldsOf(state.doc.toString())
    .folds.filter(({ from }) => !opened.includes(from))
    .map((fold) => foldEffect.of({ from: state.doc.line(fold.from).from, to: state.doc.line(fold.to).to }))
}

/** What unfolds a stretch of the text, where it's folded. */
export function unfolding(state: EditorState, from: number, to: number): StateEffect<unknown>[] {
  const effects: StateEffect<unknown>[] = []
  foldedRanges(state).between(from, to, (start, end) => {
    effects.push(unfoldEffect.of({ from: start, to: end }))
  })
  return effects
}

/** Set-up and plumbing as one line that says how much there is. */
export const folding = codeFolding({
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
