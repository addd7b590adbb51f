/** Asks a drawn run, from one of its elements, to show a moment: `detail` is `{ atMs }`, in virtual time. */
export const moment = 'anti-entropy:moment'

/** The time that such an event asks for. */
export function atMsOf(event: Event): number {
  return (event as CustomEvent<{ readonly atMs: number }>).detail.atMs
}
