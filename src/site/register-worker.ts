/** Lets the service worker keep what the reader opens. It comes after the page is whole, and nothing waits for it. */
export function registerWorker(base: string): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return
  addEventListener('load', () => {
    // A browser that refuses (private windows, plain HTTP) only lacks the offline pages.
    navigator.serviceWorker.register(`${base}sw.js`, { scope: base }).catch(() => {})
  })
}
