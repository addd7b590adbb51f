/** The event by which parts that are out of sight are made alive. */
export const wake = 'anti-entropy:wake'

/** Makes all parts of the page alive that hold an element of this selector, wherever they are. */
export function wakeParts(selector: string): void {
  document.dispatchEvent(new CustomEvent(wake, { detail: selector }))
}
