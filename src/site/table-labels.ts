/**
 * A page whose tables of three columns and more tell in each cell which column it belongs to: on a narrow screen their rows
 * become blocks, and a cell that has no head above it names it itself (styles/lesson.css). Roles are written out, since a
 * browser takes a table that is laid out as blocks for none.
 */
export function tableLabels(page: string): string {
  return page.replace(/<div class="table"(?![^>]*data-item)[^>]*>\s*<table>[\s\S]*?<\/table>/g, (table) => {
    const heads = [...table.matchAll(/<th\b(?![^>]*scope="row")[^>]*>([\s\S]*?)<\/th>/g)].map(
      ([, head = '']) =>
        head
          .replace(/<[^>]*>/g, '')
          .replace(/"/g, '&quot;')
          .trim(),
    )
    if (heads.length < 3) return table
    let column = 0
    return table
      .replace('<table>', '<table class="in-blocks" role="table">')
      .replace(/<(thead|tbody)\b/g, '<$1 role="rowgroup"')
      .replace(/<th\b(?![^>]*scope="row")/g, '<th role="columnheader"')
      .replace(/<(tr|td|th(?=[^>]*scope="row"))\b/g, (_, tag: string) => {
        if (tag === 'tr') {
          column = 0
          return '<tr role="row"'
        }
        const head = heads[column++] ?? ''
        return tag === 'th'
          ? `<th role="rowheader" data-label="${head}"`
          : `<td role="cell" data-label="${head}"`
      })
  })
}
