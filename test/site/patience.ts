import type { Page } from '@playwright/test'

/**
 * From the next load on, timers of `fromMs` on this page last `toMs`. Longer for tests that must press something before
 * a timer of the page runs out: on a busy machine they would lose that race, and tell nothing about the page. Shorter for
 * those that would wait for the same timer dozens of times.
 */
export async function changeTimer(page: Page, fromMs: number, toMs: number): Promise<void> {
  await page.addInitScript(
    ([from, to]) => {
      const set = window.setTimeout.bind(window) as (...args: unknown[]) => number
      window.setTimeout = ((callback: () => void, ms?: number, ...rest: unknown[]) =>
        set(callback, ms === from ? to : ms, ...rest)) as typeof window.setTimeout
    },
    [fromMs, toMs] as const,
  )
}
