import type { ComponentChildren } from 'preact'

interface Props {
  /** Whether there is something to do now. */
  readonly can?: boolean
  readonly onAct: () => void
  readonly kind?: '' | 'main' | 'icon' | 'quiet' | 'main bench-play'
  readonly label?: string
  readonly children: ComponentChildren
}

/**
 * A button that keeps the focus when what it did leaves it nothing more to do: a disabled one would drop it, and who
 * works by keys would stand outside of the bench.
 */
export function Act({ can = true, onAct, kind = '', label, children }: Props) {
  return (
    <button
      type="button"
      class={`button ${kind}`.trim()}
      aria-label={label}
      aria-disabled={can ? undefined : 'true'}
      onClick={() => {
        if (can) onAct()
      }}
    >
      {children}
    </button>
  )
}
