import type { ComponentChildren } from 'preact'

interface Props {
  readonly id: string
  /** The class of the form; its row of field and button has the class of `row`. */
  readonly kind: string
  readonly row: string
  readonly most: number
  readonly button: string
  /** Undefined until its page is alive. */
  readonly onCommit: ((guess: number) => void) | undefined
  /** What's asked. */
  readonly children: ComponentChildren
}

/** A number that a reader commits to before a figure begins: whole, from 1 to `most`. */
export function PredictedNumber({ id, kind, row, most, button, onCommit, children }: Props) {
  const submit = (event: Event) => {
    event.preventDefault()
    const field = (event.currentTarget as HTMLFormElement).elements.namedItem('prediction')
    if (field instanceof HTMLInputElement && field.value !== '') onCommit?.(Math.round(Number(field.value)))
  }
  return (
    <form class={kind} onSubmit={submit}>
      <label for={`${id}-prediction`}>{children}</label>
      <span class={row}>
        <input
          id={`${id}-prediction`}
          name="prediction"
          type="number"
          inputMode="numeric"
          min="1"
          max={most}
          step="1"
          required
          placeholder="a number"
          disabled={onCommit === undefined}
        />
        <button type="submit" class="button main" disabled={onCommit === undefined}>
          {button}
        </button>
      </span>
    </form>
  )
}
