import type { Item } from './items.ts'

/** A value as the picture that stands for it, beside another one if that helps; undefined for what it can't draw. */
type Drawer = (shown: unknown, other: unknown) => Extract<Item, { type: 'picture' }> | undefined

const drawers: Drawer[] = []

/** Teaches `show` to draw one kind of value. Each part of a runtime teaches it what that part makes. */
export function addDrawer(drawer: Drawer): void {
  drawers.push(drawer)
}

/** The picture of a value; undefined when nobody draws it. */
export function pictureOf(shown: unknown, other: unknown): Item | undefined {
  for (const drawer of drawers) {
    const picture = drawer(shown, other)
    if (picture !== undefined) return picture
  }
  return undefined
}
