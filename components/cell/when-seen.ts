/** The page has this long to find an idle moment. */
const patienceMs = 1000

/**
 * Calls back once, in an idle moment after the element came into the window; gives back the way to call it off. Never
 * for a reader who has asked the browser to save data.
 */
export function whenSeen(element: Element | null, callback: () => void): () => void {
  const { connection } = navigator as { readonly connection?: { readonly saveData?: boolean } }
  if (element === null || connection?.saveData === true) return () => {}
  const observer = new IntersectionObserver((entries) => {
    if (!entries.some(({ isIntersecting }) => isIntersecting)) return
    observer.disconnect()
    // Not every browser has idle callbacks.
    if ('requestIdleCallback' in window) requestIdleCallback(callback, { timeout: patienceMs })
    else setTimeout(callback, patienceMs / 4)
  })
  observer.observe(element)
  return () => observer.disconnect()
}
