import type { ComponentChildren } from 'preact'

interface Props {
  /** Whether there's something to do now. */
  readonly can?: boolean
  readonly onAct: () => void
  /** Whether its page is alive: before that it's disabled. */
  readonly alive?: boolean
  /** Its classes beside the button's own. */
  readonly kind?: string
  readonly label?: string
  readonly pressed?: boolean
  readonly children: ComponentChildren
}

/**
 * A button that keeps the focus when what it did leaves it nothing more to do: a disabled one would drop it, and who
 * works by keys would stand outside of the figure.
 */
export function Act({ can = true, onAct, alive = true, kind = '', label, pressed, children }: Props) {
  return (
    <button
      type="button"
      class={`button ${kind}`.trim()}
      aria-label={label}
      aria-pressed={pressed}
      disabled={!alive}
      aria-disabled={can ? undefined : 'true'}
      onClick={() => {
        if (can) onAct()
      }}
    >
      {children}
    </button>
  )
}
