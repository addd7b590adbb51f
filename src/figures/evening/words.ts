import { secondsText } from '#text/numbers.ts'
import { counted, listed } from '#figures/quantity.ts'
import { missingAt, type Drift } from './drift.ts'

/** One moment of the evening in words: the verdict first, then who misses what. */
export function momentInWords(
  drift: Drift,
  atMs: number,
): { readonly verdict: string; readonly rest: string; readonly isEqual: boolean } {
  const missing = missingAt(drift, atMs)
  const clock = secondsText(atMs)
  if (missing.length === 0) {
    const isAfter = drift.repair !== undefined && atMs >= drift.repair.toMs
    return {
      isEqual: true,
      verdict: `At ${clock} all copies agree.`,
      rest: isAfter
        ? 'They compared, and each sent what the other was missing.'
        : 'Every order has reached every kitchen so far.',
    }
  }
  const perNode = drift.nodes
    .map((node) => ({ node, keys: missing.filter((one) => one.node === node).map(({ key }) => key) }))
    .filter(({ keys }) => keys.length > 0)
  const who = perNode
    .map(({ node, keys }) => `${node} is missing ${listed(keys.map(tableNumber))}`)
    .join('; ')
  return {
    isEqual: false,
    verdict: `At ${clock} ${counted(missing.length, 'copy is', 'copies are')} missing, and no kitchen knows.`,
    rest: `By table: ${who}.`,
  }
}

/** "table 3" -> "3". */
export function tableNumber(key: string): string {
  return key.replace('table ', '')
}
