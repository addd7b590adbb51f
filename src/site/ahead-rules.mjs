// @ts-check

/**
 * What the browser may fetch ahead: the next page once this one is at rest, and all of it, drawn, once the reader's
 * pointer or finger shows where they're going. One text for every page, so that one hash in the policy allows it.
 */
export const aheadRules = JSON.stringify({
  prefetch: [{ where: { selector_matches: 'a[rel="next"]' }, eagerness: 'immediate' }],
  prerender: [{ where: { selector_matches: 'a[rel="next"], a[data-continue]' }, eagerness: 'moderate' }],
})
