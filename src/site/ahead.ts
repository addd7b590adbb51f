import { aheadRules } from './ahead-rules.mjs'

declare global {
  interface Navigator {
    readonly connection?: { readonly saveData?: boolean }
  }
}

/** Fetches the next page ahead once this page is at rest, unless the reader asks to save data. */
function fetchAhead(): void {
  if (navigator.connection?.saveData === true) return
  if (HTMLScriptElement.supports?.('speculationrules')) {
    const rules = document.createElement('script')
    rules.type = 'speculationrules'
    rules.textContent = aheadRules
    document.head.append(rules)
    return
  }
  const next = document.querySelector<HTMLAnchorElement>('a[rel="next"]')
  if (next === null) return
  const link = document.createElement('link')
  link.rel = 'prefetch'
  link.href = next.href
  document.head.append(link)
}

const whenIdle = (task: () => void): void => {
  // Safari has no idle callback; there two seconds after the load stand for it.
  if ('requestIdleCallback' in window) requestIdleCallback(task, { timeout: 4000 })
  else setTimeout(task, 2000)
}

if (document.querySelector('a[rel="next"]') !== null) {
  if (document.readyState === 'complete') whenIdle(fetchAhead)
  else addEventListener('load', () => whenIdle(fetchAhead), { once: true })
}
