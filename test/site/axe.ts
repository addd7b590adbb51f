import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'

/**
 * What axe finds wrong on the page, or in one part of it, or by these rules alone: a line for each place, none when all
 * is well. Axe runs in the page itself and hands over its findings, not the thousands of places where it found
 * nothing: these took longer to carry over than to look at. No page of ours has a frame with something to read in it.
 * A theme that has just changed, or a button that wakes, has an old colour in places for some frames of a busy machine: a
 * fault is a finding that stays.
 */
export async function axeFindings(
  page: Page,
  { within, rules }: { readonly within?: string; readonly rules?: string[] } = {},
): Promise<readonly string[]> {
  const axe = new AxeBuilder({ page }).setLegacyMode(true).options({
    resultTypes: ['violations'],
    ...(rules && { runOnly: { type: 'rule', values: rules } }),
  })
  if (within !== undefined) axe.include(within)
  const look = async () => {
    const { violations } = await axe.analyze()
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(
        ({ target, html, failureSummary }) => `${id}: ${target.join(' ')}: ${html}: ${failureSummary}`,
      ),
    )
  }
  let found = await look()
  for (let times = 1; found.length > 0 && times < 5; times++) {
    await page.waitForTimeout(400)
    found = await look()
  }
  return found
}
