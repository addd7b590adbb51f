const percent = /^(?:%|٪|percent|per cent|pct|p\.c)$/i

/** Whether a text says percent itself, with the sign or in words. */
export const saysPercent = (text: string): boolean =>
  /[%٪]|per ?cent|pct|p\.c\./i.test(text.normalize('NFKC'))

/** The usual short forms of a unit, by its first word. */
const shortForms: ReadonlyMap<string, readonly string[]> = new Map([
  ['ms', ['msec', 'msecs', 'millis']],
  ['milliseconds', ['ms', 'msec', 'msecs']],
  ['seconds', ['s', 'sec', 'secs']],
  ['minutes', ['min', 'mins']],
  ['hours', ['h', 'hr', 'hrs']],
  ['days', ['d']],
])

/** Words after a unit that make another quantity of it: `5 days or 6`, `3 hours and a half`. */
const more =
  /\b(?:or|and|to|but|not|no|plus|minus|than|half|thousand|million|billion|k|s|sec|seconds?|min|minutes?|h|hours?|days?|weeks?)\b/

/**
 * Whether a text behind a number is no more than its unit: as it stands behind the field, in its usual short form, or
 * begun with the same three letters, such as its singular. Anything else may be another unit, and is asked for.
 */
export function isUnit(behind: string, unit: string): boolean {
  const typed = behind
    .trim()
    .toLowerCase()
    .replace(/[.!?,;]+$/, '')
  if (typed === '') return true
  if (unit === '%') return percent.test(typed)
  const whole = unit.toLowerCase()
  if (typed === whole) return true
  const [first = ''] = whole.split(' ')
  const [word = '', ...rest] = typed.split(/\s+/)
  if (/\d/.test(typed) || more.test(rest.join(' '))) return false
  const isShort = shortForms.get(first)?.includes(word.replace(/\.$/, '')) ?? false
  const isBegun = word.length >= 3 && first.length >= 3 && word.slice(0, 3) === first.slice(0, 3)
  return word === first || isShort || isBegun || (first === 'ms' && /^milli/.test(word))
}
