/** Gives the reader a text, or bytes, as a file. */
export function saveFile(
  name: string,
  content: string | Uint8Array<ArrayBuffer> | Blob,
  type = 'text/plain',
): void {
  const blob =
    content instanceof Blob
      ? content
      : new Blob([content], { type: typeof content === 'string' ? `${type};charset=utf-8` : type })
  const address = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // Some browsers read the address only after the click has been handled.
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}

/** A name that any file system takes, made of a title; `otherwise` where nothing of the title is left. */
export function fileName(title: string, otherwise: string): string {
  const name = title
    .normalize('NFKD')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)
    .toLowerCase()
  return name === '' ? otherwise : name
}
