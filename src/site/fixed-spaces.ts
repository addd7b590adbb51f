import { heldTogether } from '#text/held-together.ts'

/** What is shown as it was written, such as what a cell has printed, and what is no text at all. */
const asWritten =
  /(<(pre|code|script|style|textarea|title)\b[\s\S]*?<\/\2>|<div class="cell-line[\s\S]*?<\/div>)/

/** A page in which a number stays on the line of its unit, and a formula on one line. */
export function fixedSpaces(page: string): string {
  return page
    .split(asWritten)
    .filter((_, index) => index % 3 !== 2)
    .map((part, index) =>
      index % 2 === 1
        ? part
        : part.replace(/(^|>)([^<]+)/g, (_, tag: string, text: string) => tag + heldTogether(text)),
    )
    .join('')
}
