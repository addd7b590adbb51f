/**
 * Lets the service worker see what this page was made of before the worker came: without it the first page that a reader
 * reads is the only one that doesn't open offline. Everything is asked for once more, and the browser has all of it, so
 * nothing comes over the network twice. Files of other sites are left alone. Call once the worker has the page.
 */
export function keepWhatWasRead(base: string): void {
  const own = new URL(base, location.href).href
  const sinceMs = performance.now()
  const keep = (address: string) => {
    // One that can't be had again is fetched when it's needed, like everything that hasn't been read.
    if (address.startsWith(own)) fetch(address, { cache: 'force-cache' }).catch(() => {})
  }
  keep(location.href.replace(/#.*/, ''))
  new PerformanceObserver((list) => {
    // What was asked for later has gone through the worker already; what was still on its way hasn't.
    for (const { name, startTime } of list.getEntries()) if (startTime < sinceMs) keep(name)
  }).observe({ type: 'resource', buffered: true })
}
