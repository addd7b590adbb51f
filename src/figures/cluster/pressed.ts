/** Where the reader has pressed, in pixels of the window, and what gets the focus back. */
export interface Pressed {
  readonly x: number
  readonly y: number
  readonly opener: HTMLElement | undefined
}

/** Where a press was: the pointer's place, or the end of what a key has pressed. */
export function pressedAt(event: MouseEvent): Pressed {
  const target = event.target as Element | null
  const opener = target?.closest<HTMLElement>('button, a, [tabindex]') ?? undefined
  if (event.detail > 0) return { x: event.clientX, y: event.clientY, opener }
  const box = (opener ?? target)?.getBoundingClientRect()
  return { x: box?.left ?? 0, y: box?.bottom ?? 0, opener }
}
