import { expect, it } from 'vitest'
import { tableLabels } from '#site/table-labels.ts'

const table = (columns: readonly string[]) =>
  `<div class="table" role="group" tabindex="0" aria-label="Table"> <table> <thead><tr>${columns.map((head) => `<th>${head}</th>`).join('')}</tr></thead><tbody><tr>${columns.map((head) => `<td>a ${head}</td>`).join('')}</tr></tbody></table></div>`

it('names its column in each cell of a table of three, and leaves smaller ones alone', () => {
  expect(tableLabels(table(['Why', 'With <em>it</em>', 'Cost']))).toContain(
    '<tr role="row"><td role="cell" data-label="Why">a Why</td><td role="cell" data-label="With it">a With <em>it</em></td><td role="cell" data-label="Cost">',
  )
  expect(tableLabels(table(['a', 'b']))).toBe(table(['a', 'b']))
})

it('counts a row’s own heading as its first column, and not as a head of the table', () => {
  const page = table(['Missing', 'Depth', 'Sent']).replace(
    '<td>a Missing</td>',
    '<th scope="row">a Missing</th>',
  )
  expect(tableLabels(page)).toContain(
    '<tr role="row"><th role="rowheader" data-label="Missing" scope="row">a Missing</th><td role="cell" data-label="Depth">a Depth</td><td role="cell" data-label="Sent">',
  )
})
