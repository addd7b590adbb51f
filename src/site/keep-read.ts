/**
 * Lets the service worker see what this page was made of before the worker came: without it the first page that a reader
 * reads is the only one that doesn't open offline. Everything is asked for once more, and the browser has all of it, so
 * nothing comes over the network twice. Files of other sites are left alone. Call once the worker has the page.
 *
 * The worker asks, not the page (workbox takes a list of addresses as a message): forty requests at once held a slow
 * phone up for 150 ms.
 */
export function keepWhatWasRead(base: string): void {
  const own = new URL(base, location.href).href
  const sinceMs = performance.now()
  const keep = (addresses: readonly string[]) => {
    // One that can't be had again is fetched when it's needed, like everything that hasn't been read.
    const urlsToCache = addresses
      .filter((address) => address.startsWith(own))
      .map((address) => [address, { cache: 'force-cache' }])
    if (urlsToCache.length > 0)
      navigator.serviceWorker.controller?.postMessage({ type: 'CACHE_URLS', payload: { urlsToCache } })
  }
  keep([location.href.replace(/#.*/, '')])
  new PerformanceObserver((list) => {
    // What was asked for later has gone through the worker already; what was still on its way hasn't.
    keep(
      list
        .getEntries()
        .filter(({ startTime }) => startTime < sinceMs)
        .map(({ name }) => name),
    )
  }).observe({ type: 'resource', buffered: true })
}
