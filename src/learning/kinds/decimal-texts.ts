/**
 * Digits with points and commas among them, as numbers that JavaScript reads: a point before the decimals and nothing
 * between thousands, in each way that they can be read, the likeliest first. None where there's no such way.
 */
export function decimalTexts(digits: string): readonly string[] {
  if (/^\d+$/.test(digits)) return [digits]
  const last = Math.max(digits.lastIndexOf(','), digits.lastIndexOf('.'))
  const whole = digits.slice(0, last)
  const fraction = digits.slice(last + 1)
  const sign = digits[last]!
  const other = sign === ',' ? '.' : ','
  const all = digits.replace(/[.,]/g, '')
  if (fraction === '') return []
  if (whole.includes(other)) {
    // Both signs: the last is the decimals', the others part thousands.
    const isParted = !whole.includes(sign) && isInThousands(whole)
    return isParted ? [`${whole.replaceAll(other, '')}.${fraction}`] : []
  }
  // One sign several times parts thousands.
  if (whole.includes(sign)) return isInThousands(digits) ? [all] : []
  const decimal = `${whole === '' ? '0' : whole}.${fraction}`
  const mayBeThousands = /^[1-9]\d{0,2}[.,]\d{3}$/.test(digits)
  if (!mayBeThousands) return [decimal]
  return sign === ',' ? [all, decimal] : [decimal, all]
}

/** In threes or, as in India, in twos before the last three. */
const isInThousands = (digits: string): boolean => /^\d{1,3}(?:[.,]\d{2,3})*[.,]\d{3}$/.test(digits)
