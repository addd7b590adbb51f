import type { Browser, CDPSession, Page } from '@playwright/test'

export interface FirstView {
  readonly paintMs: number
  readonly shift: number
  readonly blockedMs: number
  readonly bytes: number
}

/** Slow 4G and a fourth of the processor, as Lighthouse sets them where it throttles for real. */
async function slowPhone(
  browser: Browser,
): Promise<{ page: Page; session: CDPSession; done(): Promise<void> }> {
  const context = await browser.newContext({
    ...{ viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: false },
    ...{ ignoreHTTPSErrors: true, serviceWorkers: 'block' },
  })
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  await session.send('Network.enable')
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 150 * 3.75,
    downloadThroughput: (1.6 * 1024 * 1024 * 0.9) / 8,
    uploadThroughput: (750 * 1024 * 0.9) / 8,
  })
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 })
  return { page, session, done: () => context.close() }
}

/** Resolves when the page has asked for nothing for a while. */
async function atRest(page: Page, quietMs: number): Promise<void> {
  let openRequests = 0
  let lastMs = Date.now()
  const change = (by: number) => () => {
    openRequests += by
    lastMs = Date.now()
  }
  page.on('request', change(1))
  page.on('requestfinished', change(-1))
  page.on('requestfailed', change(-1))
  while (openRequests > 0 || Date.now() - lastMs < quietMs)
    await new Promise((resolve) => setTimeout(resolve, 100))
  page.removeAllListeners()
}

/** What a first visit to a page costs, before anybody does anything. */
export async function firstView(browser: Browser, url: string): Promise<FirstView> {
  const { page, session, done } = await slowPhone(browser)
  try {
    const ahead = new Set<string>()
    let bytes = 0
    session.on('Network.requestWillBeSentExtraInfo', ({ requestId, headers }) => {
      // What is fetched ahead for the next page is no part of this one.
      if (Object.keys(headers).some((name) => name.toLowerCase() === 'sec-purpose')) ahead.add(requestId)
    })
    session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      if (!ahead.has(requestId)) bytes += encodedDataLength
    })
    await page.addInitScript(() => {
      const seen = { paintMs: 0, shift: 0, tasks: [] as [number, number][] }
      Object.assign(window, { __seen: seen })
      const watch = (type: string, take: (entry: PerformanceEntry) => void) =>
        new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true })
      watch('largest-contentful-paint', (entry) => (seen.paintMs = entry.startTime))
      watch('layout-shift', (entry) => (seen.shift += (entry as PerformanceEntry & { value: number }).value))
      watch('longtask', (entry) => seen.tasks.push([entry.startTime, entry.duration]))
    })
    await page.goto(url, { waitUntil: 'load' })
    await atRest(page, 2500)
    return await page.evaluate((loaded) => {
      const { paintMs, shift, tasks } = (
        window as unknown as { __seen: { paintMs: number; shift: number; tasks: [number, number][] } }
      ).__seen
      const firstMs = performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0
      const blockedMs = tasks
        .filter(([startMs, lengthMs]) => startMs + lengthMs > firstMs)
        .reduce((sum, [, lengthMs]) => sum + Math.max(0, lengthMs - 50), 0)
      return { paintMs, shift, blockedMs, bytes: loaded }
    }, bytes)
  } finally {
    await done()
  }
}

/**
 * From a click on what leads on to the next page's heading, in milliseconds, two seconds after the page was there and the
 * pointer was on the link for 300 ms: about as long as a hand takes from one to the other. What a page fetches ahead counts;
 * that it's drawn ahead doesn't, because the browser allows no prerendering to a page that it's driven through
 * (PrerenderingDisabledByDevTools). A reader's own browser is faster, if it can prerender at all.
 */
export async function toNextHeading(browser: Browser, url: string, next: string): Promise<number> {
  const { page, done } = await slowPhone(browser)
  try {
    // In every document that comes: when its heading is first drawn, and when it's another than at the click.
    await page.addInitScript(() => {
      const state = { headingAt: 0 }
      Object.assign(window, { __next: state })
      const heading = () => document.querySelector('main h1, h1')?.textContent ?? ''
      let before = ''
      const look = () => {
        if (heading() !== before && heading() !== '' && state.headingAt === 0) state.headingAt = Date.now()
        requestAnimationFrame(look)
      }
      requestAnimationFrame(look)
      addEventListener(
        'click',
        () => {
          sessionStorage.setItem('clickedAt', String(Date.now()))
          before = heading()
          state.headingAt = 0
        },
        true,
      )
    })
    await page.goto(url, { waitUntil: 'load' })
    const link = page.locator(next).last()
    await page.waitForTimeout(2000)
    await link.scrollIntoViewIfNeeded()
    await link.hover()
    await page.waitForTimeout(300)
    await link.click({ noWaitAfter: true })
    const measured = () =>
      page
        .evaluate(() => {
          const { headingAt } = (window as unknown as { __next: { headingAt: number } }).__next
          return headingAt - Number(sessionStorage.getItem('clickedAt'))
        })
        // Between two documents there's nothing to ask.
        .catch(() => -1)
    for (let tries = 0; tries < 200; tries++) {
      const took = await measured()
      if (took >= 0) return took
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
    throw new Error(`${url}: no other heading came within 20 s of the click on ${next}`)
  } finally {
    await done()
  }
}
