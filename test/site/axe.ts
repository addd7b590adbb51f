import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Page } from '@playwright/test'
import type axe from 'axe-core'

/** Axe as one script, the short one: a browser reads the long one in three times the time. */
const script = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8')

/**
 * What axe finds wrong on the page, or in one part of it, or by these rules alone: a line for each place, none when all
 * is well. Axe is given to a page once, and hands over its findings alone: to carry the script over for each look, and all
 * the places where it found nothing, took longer than looking. It looks into no frame, because none of ours has something
 * to read in it: a frame that isn't the sandbox is a finding too.
 * A theme that has just changed, or a button that wakes, has an old colour in places for some frames of a busy machine: a
 * fault is a finding that stays.
 */
export async function axeFindings(
  page: Page,
  { within, rules }: { readonly within?: string; readonly rules?: string[] } = {},
): Promise<readonly string[]> {
  const look = async () => {
    // A page that has gone elsewhere has no axe yet.
    if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(`${script};0`)
    return page.evaluate(findingsIn, { within, rules })
  }
  let found = await look()
  for (let times = 1; found.length > 0 && times < 5; times++) {
    await page.waitForTimeout(400)
    found = await look()
  }
  return found
}

/** Runs in the page. */
async function findingsIn({
  within,
  rules,
}: {
  within: string | undefined
  rules: string[] | undefined
}): Promise<readonly string[]> {
  const { run } = (window as unknown as { axe: typeof axe }).axe
  const { violations } = await run(within === undefined ? document : { include: [[within]] }, {
    iframes: false,
    resultTypes: ['violations'],
    ...(rules && { runOnly: { type: 'rule', values: rules } }),
  })
  const unseen = [...document.querySelectorAll('iframe:not([sandbox="allow-scripts"])')]
  return [
    ...violations.flatMap(({ id, nodes }) =>
      nodes.map(
        ({ target, html, failureSummary }) => `${id}: ${target.join(' ')}: ${html}: ${failureSummary}`,
      ),
    ),
    ...unseen.map(({ outerHTML }) => `a frame that axe doesn't look into: ${outerHTML}`),
  ]
}
