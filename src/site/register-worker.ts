import { keepWhatWasRead } from './keep-read.ts'

/** Lets the service worker keep what the reader opens. It comes after the page is whole, and nothing waits for it. */
export function registerWorker(base: string): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return
  const { serviceWorker } = navigator
  // On a first visit the worker comes when the page is there already, and takes it over.
  if (serviceWorker.controller === null)
    serviceWorker.addEventListener('controllerchange', () => keepWhatWasRead(base), { once: true })
  addEventListener('load', () => {
    // A browser that refuses (private windows, plain HTTP) is only missing the offline pages.
    serviceWorker.register(`${base}sw.js`, { scope: base }).catch(() => {})
  })
}
