import { grouped } from '#text/numbers.ts'
import type { Item, Value } from './items.ts'

/** A value on one line, as a learner would write it, cut at about `width` characters. */
export function inline(value: Value, width = 400): string {
  const text = write(value, width)
  return text.length > width ? `${text.slice(0, width - 1)}…` : text
}

function write(value: Value, width: number): string {
  switch (value.kind) {
    case 'string':
      return value.left === 0 ? quoted(value.text) : `${quoted(value.text)} … ${value.left} more characters`
    case 'plain':
      return value.text
    case 'bytes':
      return `${value.length} bytes ${value.hex}${value.hex.length < value.length * 2 ? '…' : ''}`
    case 'list':
      return prefixed(
        value.name,
        '[',
        joined(value.items, (item) => write(item, width), value.left, width),
        ']',
      )
    case 'record': {
      const entry = ([key, held]: readonly [string, Value]) => `${key}: ${write(held, width)}`
      const body = joined(value.entries, entry, value.left, width)
      return prefixed(value.name, '{', body === '' ? '' : ` ${body} `, '}')
    }
  }
}

/** Stops writing when the line is full, so that a large value costs no more than what is shown of it. */
function joined<T>(entries: readonly T[], text: (entry: T) => string, left: number, width: number): string {
  let line = ''
  for (const entry of entries) {
    if (line.length > width) break
    line += (line === '' ? '' : ', ') + text(entry)
  }
  return left > 0 ? `${line}${line === '' ? '' : ', '}… ${left} more` : line
}

function prefixed(name: string, open: string, body: string, close: string): string {
  return `${name === '' ? '' : `${name} `}${open}${body}${close}`
}

function quoted(text: string): string {
  return `'${text.replace(/\\/g, '\\\\').replace(/'/g, "\\'").replace(/\n/g, '\\n')}'`
}

/** What `console.log` writes for one argument: a string as it is, anything else as {@link inline} has it. */
export function printed(value: Value): string {
  if (value.kind !== 'string') return inline(value)
  return value.left === 0 ? value.text : `${value.text} … ${value.left} more characters`
}

/** The words for arguments that aren't shown. */
export function moreValues(left = 0): readonly string[] {
  return left === 0 ? [] : [`… ${left} more ${left === 1 ? 'value' : 'values'}`]
}

/** The words for the rows and columns of a table that aren't shown. */
export function moreOfTable({ left, leftColumns = 0 }: Extract<Item, { type: 'table' }>): readonly string[] {
  const more = (count: number, one: string) =>
    count === 0 ? [] : [`${count} more ${one}${count === 1 ? '' : 's'}`]
  const both = [...more(left, 'row'), ...more(leftColumns, 'column')].join(' and ')
  return both === '' ? [] : [both]
}

/** An item as plain text: for tests, for the clipboard, for a reader that hears the page. */
export function itemText(item: Item): string {
  switch (item.type) {
    case 'text':
      return `${'  '.repeat(item.depth ?? 0)}${[...item.parts.map(printed), ...moreValues(item.left)].join(' ')}`
    case 'table':
      return [...[item.columns, ...item.rows].map((row) => row.join('\t')), ...moreOfTable(item)].join('\n')
    case 'picture':
      return `picture: ${item.kind}`
    case 'error':
      return [`${item.name}: ${item.message}`, ...(item.inner ?? [])].join('\n')
    case 'notice':
      return item.text
  }
}

/** A number as the prose writes it: thousands parted by commas, at most `digits` after the point. */
export function numberInProse(number: number, digits = 3): string {
  if (!Number.isFinite(number)) return String(number)
  const [whole, fraction = ''] = String(Math.abs(Number(number.toFixed(digits)))).split('.') as [
    string,
    string?,
  ]
  if (whole.includes('e')) return String(number)
  return `${number < 0 ? '−' : ''}${grouped(Number(whole))}${fraction === '' ? '' : `.${fraction}`}`
}
