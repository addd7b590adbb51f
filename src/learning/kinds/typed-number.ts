/** What a typed text may mean: the readings of a number, the likeliest first, or what to ask instead. */
export type Typed = { readonly readings: readonly number[] } | { readonly ask: string }

/** The words that people put before and behind a number without meaning more by it. */
const before = /^(?:[~≈≃≅=]|about|around|approx\.?|approximately|roughly|circa|ca\.?)\s*/i
const percent = /^(?:%|٪|percent|per cent|pct\.?|p\.c\.)$/i

/** The first digits of other scripts that keyboards type. Full-width ones are the same as ours to NFKC. */
const zeros = [0x0660, 0x06f0, 0x0966, 0x09e6, 0x0e50]

/**
 * Reads a number as people type it: decimals after a point or a comma, thousands parted by commas, points, spaces or
 * apostrophes, a sign, a last point, the unit behind it. `97,030` may be two numbers: both are given, the thousands first.
 * `unit` is the one that stands behind the field: typed as well, it changes nothing.
 */
export function readTyped(text: string, unit = ''): Typed {
  const plain = withOurDigits(text.normalize('NFKC'))
    .replace(/[\u2212\u2013\u2014\ufe63]/g, '-')
    .replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, '')
    .trim()
    .replace(before, '')
  const [, number = '', behind = ''] =
    /^([-+]?[\d.,\s'’_]*\d[\d.,'’_]*(?:e[-+]?\d+)?)\s*(.*)$/i.exec(plain) ?? []
  if (number === '' && /^[-+]?[.,]\d/.test(plain)) return readTyped(plain.replace(/[.,]/, '0.'), unit)
  if (number === '') return { ask: 'Type a number, such as 12 or 0.5.' }
  if (!isUnit(behind, unit))
    return { ask: unit === '' ? 'Type the number alone.' : `Type the number alone: it’s counted in ${unit}.` }
  const readings = readingsOf(number.replace(/[\s'’_]/g, '').replace(/^\+/, ''))
  return readings.length === 0 ? { ask: 'Type a number, such as 12 or 0.5.' } : { readings }
}

function withOurDigits(text: string): string {
  return text.replace(/\p{Nd}/gu, (digit) => {
    const code = digit.codePointAt(0)!
    const zero = zeros.find((first) => code >= first && code <= first + 9)
    return zero === undefined ? digit : String(code - zero)
  })
}

/** The unit as it stands behind the field, shortened, or in its singular: its first letters tell it from any other. */
function isUnit(behind: string, unit: string): boolean {
  const typed = behind
    .trim()
    .toLowerCase()
    .replace(/[.!]+$/, '')
  if (typed === '') return true
  if (unit === '%') return percent.test(typed)
  const [first = ''] = unit.toLowerCase().split(' ')
  if (first === 'ms' && /^milli/.test(typed)) return true
  return (
    unit.toLowerCase() === typed ||
    first.startsWith(typed) ||
    (first.length > 2 && typed.slice(0, 3) === first.slice(0, 3))
  )
}

function readingsOf(number: string): readonly number[] {
  const [, sign = '', digits = '', power = ''] = /^(-?)([\d.,]*)((?:e[-+]?\d+)?)$/i.exec(number) ?? []
  const texts = decimalTexts(digits.replace(/(?<=\d)[.,]$/, ''))
  return [...new Set(texts.map((text) => Number(`${sign}${text}${power}`)))].filter(Number.isFinite)
}

/** The same digits with a point before the decimals and nothing between thousands, in each way that they can be read. */
function decimalTexts(digits: string): readonly string[] {
  if (/^\d+$/.test(digits)) return [digits]
  const last = Math.max(digits.lastIndexOf(','), digits.lastIndexOf('.'))
  const whole = digits.slice(0, last)
  const fraction = digits.slice(last + 1)
  const sign = digits[last]!
  const other = sign === ',' ? '.' : ','
  const all = digits.replace(/[.,]/g, '')
  if (whole.includes(other)) {
    // Both signs: the last is the decimals', the others part thousands.
    const isParted =
      !whole.includes(sign) &&
      whole
        .split(other)
        .slice(1)
        .every((part) => /^\d{2,3}$/.test(part))
    return isParted && /^\d+$/.test(fraction) ? [`${whole.replaceAll(other, '')}.${fraction}`] : []
  }
  if (whole.includes(sign)) {
    // One sign several times parts thousands, in threes or, as in India, in twos before the last three.
    return /^\d{1,3}([.,]\d{2,3})*[.,]\d{3}$/.test(digits) ? [all] : []
  }
  const decimal = `${whole === '' ? '0' : whole}.${fraction}`
  const mayBeThousands = /^[1-9]\d{0,2}[.,]\d{3}$/.test(digits)
  if (!mayBeThousands) return [decimal]
  return sign === ',' ? [all, decimal] : [decimal, all]
}
