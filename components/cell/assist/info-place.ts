import type { Rect } from '@codemirror/view'

/** How wide what's said about a name may be, in pixels. */
const mostWidth = 400

/**
 * Where what's said about the chosen name stands: beside the list, where there's room for it; else below the list or above
 * it, as on a phone. CodeMirror's own place lies over the names below the chosen one there.
 */
export function infoPlace(
  list: Rect,
  option: Rect,
  info: Rect,
  space: Rect,
): { readonly style: string; readonly class: string } {
  const [width, height] = [info.right - info.left, info.bottom - info.top]
  const rooms = { right: space.right - list.right, left: list.left - space.left }
  const side = width > rooms.right && rooms.left > rooms.right ? 'left' : 'right'
  if (width <= rooms[side]) {
    const top = Math.max(space.top, Math.min(option.top, space.bottom - height)) - list.top
    const room = Math.min(mostWidth, rooms[side])
    return { style: `top: ${top}px; max-width: ${room}px`, class: `cm-completionInfo-${side}` }
  }
  const isBelow = space.bottom - list.bottom >= height || space.bottom - list.bottom > list.top - space.top
  const room = Math.min(mostWidth, space.right - space.left)
  const left = Math.min(0, space.right - list.left - Math.min(width, room))
  return {
    style: `${isBelow ? 'top' : 'bottom'}: 100%; left: ${left}px; max-width: ${room}px`,
    class: 'cm-completionInfo-apart',
  }
}
