import type { ComponentChildren } from 'preact'

interface ChangedProps {
  readonly draft: { readonly isStale: boolean; readonly isRestored: boolean }
  readonly isCompared: boolean
  onCompare(): void
  /** The way back to the author's text. */
  readonly children: ComponentChildren
}

/** Said where the text is the reader's and not the author's. */
export function Changed({ draft, isCompared, onCompare, children }: ChangedProps) {
  return (
    <div class="cell-banner">
      <p>{changedWords(draft)}</p>
      <span class="cell-buttons">
        <button class="button quiet" type="button" aria-expanded={isCompared} onClick={onCompare}>
          Show changes
        </button>
        {children}
      </span>
    </div>
  )
}

function changedWords({ isStale, isRestored }: { readonly isStale: boolean; readonly isRestored: boolean }) {
  if (isStale)
    return 'You changed this cell, and the lesson’s own code has changed since. Both are saved; you see yours.'
  return isRestored
    ? 'You changed this cell on an earlier visit. It hasn’t been run since.'
    : 'You changed this cell.'
}

/** Said where another tab has changed the same cell. */
export function OtherText({
  onShow,
  onForget,
}: {
  readonly onShow: () => void
  readonly onForget: () => void
}) {
  return (
    <div class="cell-banner" data-other-draft>
      <p>This cell was changed in another tab as well. Both versions are saved.</p>
      <span class="cell-buttons">
        <button class="button quiet" type="button" onClick={onShow}>
          Show the other version
        </button>
        <button class="button quiet" type="button" onClick={onForget}>
          Discard the other version
        </button>
      </span>
    </div>
  )
}

/** Asked where no sandbox began. */
export function FallBack({ onAgree }: { readonly onAgree: () => void }) {
  return (
    <p class="cell-notice">
      Your browser didn’t start the sandbox. The cell can run in a page worker instead, which isolates it
      less: only our own code blocks network and storage.{' '}
      <button class="button" type="button" onClick={onAgree}>
        Run it in the page
      </button>
    </p>
  )
}

/** Said where cells that this one imports have changed since its output. */
export function Stale({ cells }: { readonly cells: readonly string[] }) {
  if (cells.length === 0) return null
  return (
    <p class="cell-notice" data-stale>
      {cells.map((cell) => `./${cell}`).join(', ')} changed since this output. Run this cell again.
    </p>
  )
}
