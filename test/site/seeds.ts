import type { Page } from '@playwright/test'

/** From the next load on, the seeds that a page draws for itself are 1, 2, 3 and so on: the same in every run of a test. */
export async function countSeeds(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const real = crypto.getRandomValues.bind(crypto)
    let next = 0
    crypto.getRandomValues = ((array: Uint32Array) => {
      if (!(array instanceof Uint32Array)) return real(array)
      for (let index = 0; index < array.length; index++) array[index] = next += 1
      return array
    }) as typeof crypto.getRandomValues
  })
}
