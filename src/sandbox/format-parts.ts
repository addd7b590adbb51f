import { describe } from './describe.ts'
import { inline } from './format.ts'

/** The text that a format makes of its arguments, and how many it took; undefined where there is none. */
export function filledIn(parts: readonly unknown[]): readonly [text: string | undefined, used: number] {
  const [format] = parts
  if (typeof format !== 'string' || parts.length < 2 || !/%[sdifjoOc%]/.test(format)) return [undefined, 0]
  let used = 1
  const text = format.replace(/%([sdifjoOc%])/g, (sign, letter: string) => {
    if (letter === '%') return '%'
    if (used >= parts.length) return sign
    return formatted(letter, parts[used++])
  })
  return [text, used]
}

function formatted(letter: string, value: unknown): string {
  switch (letter) {
    case 's':
      return typeof value === 'string' ? value : inline(describe(value))
    case 'd':
    case 'i':
    case 'f': {
      if (typeof value === 'bigint') return inline(describe(value))
      const isText = typeof value === 'string' || typeof value === 'number'
      const number = isText ? Number.parseFloat(`${value}`) : NaN
      // As the standard of consoles has it: %d and %i are whole numbers.
      return String(letter === 'f' ? number : Math.trunc(number))
    }
    // A colour is the page's own matter.
    case 'c':
      return ''
    default:
      return inline(describe(value))
  }
}
