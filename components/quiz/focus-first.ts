/** The first field of a question, whatever its kind. */
export function focusFirst(box: HTMLElement | null): void {
  const fields = 'input, select, .order button, .fix-cell pre, .cell-editor'
  for (const field of box?.querySelectorAll<HTMLElement>(fields) ?? []) {
    // An editor has a tree of its own, which is the host's to the page.
    ;(field.shadowRoot?.querySelector<HTMLElement>('.cm-content') ?? field).focus()
    // One that is hidden doesn't take it.
    if (document.activeElement === field) return
  }
}
