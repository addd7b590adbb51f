import { decimalTexts } from './decimal-texts.ts'
import { isUnit } from './typed-unit.ts'

/** What a typed text may mean: the readings of a number, the likeliest first, or what to ask instead. */
export type Typed = { readonly readings: readonly number[] } | { readonly ask: string }

/** The words and signs that people put before a number without meaning more by it. */
const before = /^(?:[~≈≃≅=]|about|around|approx\.?|approximately|roughly|exactly|circa|ca\.|c\.)\s*/i
const quotes = /^["“”„«»`]+|["“”«»`]+$/g

/** Signs that aren't seen, and those that only say in which direction a text runs. */
const unseen = /[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g

/** What stands for another sign, as keyboards and pasted texts have it: minus, decimals, thousands. */
const others: readonly (readonly [RegExp, string])[] = [
  [/[\u2010-\u2015\u2212]/g, '-'],
  [/[·‧∙⋅。٫]/g, '.'],
  [/[、‚،]/g, ','],
  [/[’‘ʼ′`٬]/g, "'"],
]

/** A power of ten: `1.5 × 10^3`, `10³`. Raised digits anywhere else would read as digits of the number. */
const powerOfTen = /(^|[x×·⋅*]\s*)10\s*(?:(?:\^|\*\*)\s*([-+−]?\d+)|([⁺⁻]?[⁰¹²³⁴-⁹]+))/gi
const raised = /[\u00b2\u00b3\u00b9\u2070-\u209f]/

const askNumber = { ask: 'Type a number, such as 12 or 0.5.' }

/**
 * Reads a number as people type it: decimals after a point or a comma, thousands parted by commas, points, spaces or
 * apostrophes, digits of any script, a sign, a last point, the unit behind it. `97,030` may be two numbers: both are given,
 * the thousands first. `unit` is the one that stands behind the field: typed as well, it changes nothing. What may be more
 * than one number, a range or a sum is asked for.
 */
export function readTyped(text: string, unit = ''): Typed {
  const plain = plainOf(text, unit)
  if (plain === undefined) return askNumber
  const [, number = '', behind = ''] =
    /^([-+]?[\d.,\s'_]*\d(?:\s?e[-+]?\d+|[.,]*))\s*(.*)$/is.exec(plain) ?? []
  if (number === '') return askNumber
  if (!isUnit(behind, unit))
    return { ask: unit === '' ? 'Type the number alone.' : `Type the number alone: it’s counted in ${unit}.` }
  const readings = readingsOf(number)
  return readings.length === 0 ? askNumber : { readings }
}

/** The whole number that a text says, as people type it; undefined where it says none, or more than one. */
export function readWhole(text: string): number | undefined {
  const read = readTyped(text)
  if ('ask' in read || read.readings.length > 1) return undefined
  return read.readings.find(Number.isInteger)
}

/** The text with our own digits and signs alone; undefined where a raised digit would be taken for one of the number's. */
function plainOf(text: string, unit: string): string | undefined {
  const flat = text
    .replace(unseen, '')
    .trim()
    .replace(
      powerOfTen,
      (_, times: string, plain: string | undefined, high: string | undefined) =>
        `${times === '' ? '1' : ''}e${(plain ?? high ?? '').normalize('NFKC')}`,
    )
    .replace(/\s+e(?=[-+−]?\d)/, 'e')
    // A spacing accent falls apart into a space and a sign of its own.
    .replace(/\u00b4/g, "'")
  if (raised.test(flat)) return undefined
  const ours = others.reduce(
    (plain, [found, sign]) => plain.replace(found, sign),
    withOurDigits(flat.normalize('NFKC')),
  )
  const bare = ours.replace(quotes, '').trim().replace(before, '')
  return unit === '%' ? bare.replace(/^[%٪]\s*/, '') : bare
}

/** Digits of any script: each has its ten in a row, from the beginning of a line of sixteen or from its seventh place. */
function withOurDigits(text: string): string {
  return text.replace(/\p{Nd}/gu, (digit) => {
    const code = digit.codePointAt(0)!
    const place = code & 15
    const isFirstRow = place < 6 || /\p{Nd}/u.test(String.fromCodePoint(code - place))
    return String(isFirstRow ? place : place - 6)
  })
}

/** Spaces, apostrophes and underscores part thousands, and nothing else. */
const parted = /^\d{1,3}(?:([ '_])\d{3})(?:\1\d{3})*(?:[.,]\d*)?$/

function readingsOf(number: string): readonly number[] {
  const [, sign = '', digits = '', power = ''] =
    /^([-+]?)\s*([\d.,\s'_]*?)\s?((?:e[-+]?\d+)?)$/i.exec(number) ?? []
  const bare = digits.replace(/\s+/g, ' ').replace(/[.,]+$/, '')
  if (/[ '_]/.test(bare) && !parted.test(bare)) return []
  const texts = decimalTexts(bare.replace(/[ '_]/g, ''))
  const minus = sign === '-' ? '-' : ''
  return [...new Set(texts.map((text) => Number(`${minus}${text}${power}`)))].filter(Number.isFinite)
}
