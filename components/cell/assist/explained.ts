import { docstringText } from './docstring.ts'
import type { SeenValue } from './language.ts'

/** The most characters of a type that a note beside the text holds. */
const mostType = 600

interface Told {
  readonly type: string
  readonly docs: string
  /** What the name held in the last run. */
  readonly seen?: SeenValue | undefined
}

/** A name explained, as a note: its type, this run's value, its docstring. */
export function explained({ type, docs, seen }: Told): HTMLElement {
  const note = document.createElement('div')
  note.className = 'cm-explained'
  note.append(line('code', 'cm-explained-type', cut(type, mostType)))
  if (seen !== undefined) note.append(line('p', 'cm-explained-value', valueWords(seen)))
  if (docs !== '') note.append(line('p', 'cm-explained-docs', docstringText(docs)))
  return note
}

/** "In this run: 12", and how often it was given a value, where that's more than once. */
function valueWords({ text, times }: SeenValue): string {
  const often = times === 1 ? '' : ` (the last of ${times} values)`
  return `In this run: ${text}${often}`
}

function line(tag: 'code' | 'p', className: string, text: string): HTMLElement {
  const element = document.createElement(tag)
  element.className = className
  element.textContent = text
  return element
}

function cut(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most)}… ${text.length - most} more characters`
}
