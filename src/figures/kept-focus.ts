import type { RefObject } from 'preact'
import { useEffect, useRef } from 'preact/hooks'

/**
 * A figure that goes from one phase to the next takes away what was pressed, and with it the focus. A reader who works by keys
 * then goes on at `place`, a selector in the figure, instead of at the top of the page. Nothing happens while the focus
 * is somewhere, or was never in the figure.
 */
export function useKeptFocus(root: RefObject<HTMLElement>, phase: unknown, place: string): void {
  const wasInside = useRef(false)
  useEffect(() => {
    const figure = root.current
    if (figure === null) return undefined
    const enter = () => (wasInside.current = true)
    const leave = ({ relatedTarget }: FocusEvent) => {
      // Without a target the focus was dropped, not moved.
      if (relatedTarget instanceof Node && !figure.contains(relatedTarget)) wasInside.current = false
    }
    figure.addEventListener('focusin', enter)
    figure.addEventListener('focusout', leave)
    return () => {
      figure.removeEventListener('focusin', enter)
      figure.removeEventListener('focusout', leave)
    }
  }, [])
  useEffect(() => {
    const focused = document.activeElement
    const isLost = focused === null || focused === document.body || focused.matches(':disabled')
    if (wasInside.current && isLost)
      root.current?.querySelector<HTMLElement>(place)?.focus({ preventScroll: true })
  }, [phase])
}
