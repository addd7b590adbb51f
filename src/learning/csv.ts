/** A table as CSV (RFC 4180): a field with a comma, a quote or a line end stands in quotes. */
export function csvText(rows: readonly (readonly string[])[]): string {
  const field = (text: string) => (/[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
  return rows.map((row) => `${row.map(field).join(',')}\r\n`).join('')
}

/** The rows of a CSV or tab-separated text, as people's programs write them; blank lines are left out. */
export function csvRows(text: string): readonly (readonly string[])[] {
  const clean = text.replace(/^\ufeff/, '')
  const separator = separatorOf(clean)
  const rows: string[][] = []
  let row: string[] = []
  let field = ''
  let isQuoted = false
  const endField = () => {
    row.push(field)
    field = ''
  }
  const endRow = () => {
    endField()
    if (row.some((one) => one.trim() !== '')) rows.push(row)
    row = []
  }
  for (let at = 0; at < clean.length; at++) {
    const sign = clean[at]!
    if (isQuoted) {
      if (sign !== '"') field += sign
      else if (clean[at + 1] === '"') field += clean[++at]
      else isQuoted = false
    } else if (sign === '"' && field === '') isQuoted = true
    else if (sign === separator) endField()
    else if (sign === '\n') endRow()
    else if (sign !== '\r') field += sign
  }
  endRow()
  return rows
}

/** Tab, semicolon or comma: whichever the first line has most of. */
function separatorOf(text: string): string {
  const line = text.slice(0, text.search(/\n|$/))
  const count = (sign: string) => line.split(sign).length
  return ['\t', ';', ','].reduce((best, sign) => (count(sign) > count(best) ? sign : best), ',')
}
