import type { Item, Progress, Published } from './items.ts'
import { pictureData } from './measure.ts'

/** Where what a cell shows goes: set once by the prelude, before any cell runs. */
interface Sink {
  item(item: Item): void
  value(name: string, value: Published): void
  /** How far something long has come; nowhere, where nobody waits for it. */
  progress?(progress: Progress): void
  /** An error that doesn't end the cell: what a program did wrong inside a run. */
  error(error: unknown): void
}

const nowhere = () => {
  throw new Error('this cell runs outside the sandbox')
}

let sink: Sink = { item: nowhere, value: nowhere, error: nowhere }

/** Sends all output there from now on. */
export function setSink(next: Sink): void {
  sink = next
}

/** Hands one item on. What a picture is made of becomes plain data first, since a cell may have made it of anything. */
export function emit(item: Item): void {
  if (item.type !== 'picture') return sink.item(item)
  const data = pictureData(item.data)
  sink.item(data === undefined ? tooMuchToDraw : { ...item, data })
}

const tooMuchToDraw: Item = {
  type: 'notice',
  text: 'This is more than a page can draw. Show less.',
}

/** Hands on a value for the prose. */
export function publish(name: string, value: Published): void {
  sink.value(name, value)
}

/** Shows an error at its line and goes on. */
export function reportError(error: unknown): void {
  sink.error(error)
}

/** Tells how far something long has come. */
export function tellProgress(progress: Progress): void {
  sink.progress?.(progress)
}
