/** A number and its unit, with an ordinary space between them. */
const unit = /(\d) (?=(?:ms|s|min|h|B|KB|kB|MB|GB|TB|KiB|MiB|GiB|MHz|GHz|%)(?![\w-]))/g

/** A sign of a formula between numbers or names of one or two capitals: W + R > N. In HTML two of them are written out. */
const sign = /(?<=\b(?:[A-Z]{1,2}|\d+)) ([=+<>≤≥]|&[lg]t;) (?=(?:[A-Z]{1,2}|\d+)\b)/g

/** A text in which a number stays on the line of its unit, and a formula on one line: 40 ms never breaks before the ms. */
export function heldTogether(text: string): string {
  return text.replace(unit, '$1\u00a0').replace(sign, '\u00a0$1\u00a0')
}
