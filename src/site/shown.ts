declare global {
  interface Document {
    readonly prerendering?: boolean
  }
}

/** Resolves when the page is really shown: one that the browser drew ahead counts nothing as read until then. */
export function whenShown(): Promise<void> {
  if (document.prerendering !== true) return Promise.resolve()
  return new Promise((resolve) =>
    document.addEventListener('prerenderingchange', () => resolve(), { once: true }),
  )
}
