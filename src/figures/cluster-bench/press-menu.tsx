import { useLayoutEffect, useRef } from 'preact/hooks'
import type { Pressed } from '#figures/cluster/pressed.ts'

/** One thing that can be done to what was pressed. */
export interface Choice {
  readonly text: string
  readonly onChoose: () => void
}

interface Props {
  /** What the menu is about: "B", "store, A to B". */
  readonly about: string
  /** What should be known before something is chosen. */
  readonly note?: string | undefined
  readonly pressed: Pressed
  readonly choices: readonly Choice[]
  readonly onClose: () => void
}

/**
 * What can be done to a node or a message, where it was pressed. It lies above the page and leaves the page alone: Escape, Tab
 * and a press elsewhere close it, arrows go through it, and who opened it has the focus back.
 */
export function PressMenu({ about, note, pressed, choices, onClose }: Props) {
  const menu = useRef<HTMLDivElement>(null)
  // The focus moves before the next key: a fast second Enter would press the opener again.
  useLayoutEffect(() => {
    const element = menu.current
    if (element === null) return undefined
    element.showPopover?.()
    place(element, pressed)
    // Its stylesheet may come after it, and then it's another size.
    const resized =
      typeof ResizeObserver === 'undefined' ? undefined : new ResizeObserver(() => place(element, pressed))
    resized?.observe(element)
    itemsOf(element)[0]?.focus({ preventScroll: true })
    const onToggle = (event: Event) => {
      if ((event as ToggleEvent).newState === 'closed') onClose()
    }
    element.addEventListener('toggle', onToggle)
    return () => {
      resized?.disconnect()
      element.removeEventListener('toggle', onToggle)
      // Only who was in the menu is sent back: a press elsewhere has its own place.
      if (element.contains(document.activeElement)) pressed.opener?.focus({ preventScroll: true })
    }
  }, [pressed])

  function onKeyDown(event: KeyboardEvent): void {
    const items = itemsOf(menu.current!)
    const now = items.indexOf(document.activeElement as HTMLElement)
    const to = {
      ArrowDown: (now + 1) % items.length,
      ArrowUp: (now - 1 + items.length) % items.length,
      Home: 0,
      End: items.length - 1,
    }[event.key]
    if (to !== undefined) items[to]?.focus()
    else if (event.key === 'Escape' || event.key === 'Tab') onClose()
    else return
    event.stopPropagation()
    if (event.key !== 'Tab') event.preventDefault()
  }

  return (
    <div
      ref={menu}
      popover="auto"
      class="press-menu"
      role="menu"
      aria-label={`What to do with ${about}`}
      onKeyDown={onKeyDown}
    >
      <p class="press-about" role="presentation">
        {about}
        {note !== undefined && <span>. {note}</span>}
      </p>
      {choices.map(({ text, onChoose }) => (
        <button
          key={text}
          type="button"
          role="menuitem"
          tabIndex={-1}
          onClick={() => {
            onClose()
            onChoose()
          }}
        >
          {text}
        </button>
      ))}
    </div>
  )
}

function itemsOf(menu: HTMLElement): readonly HTMLElement[] {
  return [...menu.querySelectorAll<HTMLElement>('[role="menuitem"]')]
}

/** Beside what was pressed, and whole within the window. */
function place(menu: HTMLElement, { x, y }: Pressed): void {
  const { width, height } = menu.getBoundingClientRect()
  const { clientWidth, clientHeight } = document.documentElement
  const left = Math.max(8, Math.min(x + 6, clientWidth - width - 8))
  const top = Math.max(8, Math.min(y + 6, clientHeight - height - 8))
  menu.style.left = `${left + scrollX}px`
  menu.style.top = `${top + scrollY}px`
}
