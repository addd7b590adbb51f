import type { Action, Played, Session } from './session.ts'

/** Where keys have a meaning of their own. */
const typing = 'input, select, textarea, [contenteditable]'

/** The keys of the bench, while something in it has the focus. Letters are left to the reader's own tools. */
export function onKey<P extends Played>(
  event: KeyboardEvent,
  session: Session<P>,
  dispatch: (action: Action<P>) => void,
): void {
  const target = event.target as Element | null
  if (event.defaultPrevented || event.altKey || target?.closest(typing) != null || !isOwn(target)) return
  const action = actionOf(event, session, target?.closest('button, a, summary') != null)
  if (action === undefined) return
  event.preventDefault()
  dispatch(action as Action<P>)
}

/** A live cell in a bench has keys of its own, and so has a bench in a live cell. */
function isOwn(target: Element | null): boolean {
  return target?.closest('.cell, .bench-root')?.matches('.cell') !== true
}

function actionOf<P extends Played>(
  { key, ctrlKey, metaKey, shiftKey }: KeyboardEvent,
  { isPlaying }: Session<P>,
  isOnButton: boolean,
): { readonly type: 'undo' | 'redo' | 'back' | 'step' | 'start' | 'end' | 'play' | 'pause' } | undefined {
  if (ctrlKey || metaKey) {
    if (key.toLowerCase() === 'z') return { type: shiftKey ? 'redo' : 'undo' }
    return key.toLowerCase() === 'y' && ctrlKey ? { type: 'redo' } : undefined
  }
  switch (key) {
    case 'ArrowLeft':
      return { type: 'back' }
    case 'ArrowRight':
      return { type: 'step' }
    case 'Home':
      return { type: 'start' }
    case 'End':
      return { type: 'end' }
    case ' ':
      // On a button the space bar presses it.
      return isOnButton ? undefined : { type: isPlaying ? 'pause' : 'play' }
    default:
      return undefined
  }
}
