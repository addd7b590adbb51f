import type { Replay } from '#outline/replay.ts'
import { itemText, moreOfTable, moreValues } from '#sandbox/format.ts'
import type { ErrorItem, Item, Json, Value } from '#sandbox/items.ts'
import { PictureView } from './picture.tsx'
import { ValueView } from './value-view.tsx'

interface Props {
  readonly items: readonly Item[]
  /** The cell's. */
  readonly name: string
  /** Runs the cell once more with another plan; the build has none. */
  readonly replay?: Replay
}

/** What a cell shows, the same from the build and from the reader's own run. */
export function Output({ items, name, replay }: Props) {
  if (items.length === 0) return <p class="cell-nothing">No output.</p>
  return (
    <>
      {items.map((item, index) => (
        <ItemView key={index} item={item} name={name} id={`${name}-${index}`} replay={replay} />
      ))}
    </>
  )
}

interface ItemProps {
  readonly item: Item
  readonly name: string
  readonly id: string
  readonly replay: Replay | undefined
}

function ItemView({ item, name, id, replay }: ItemProps) {
  switch (item.type) {
    case 'text':
      return (
        <div class={`cell-line ${item.level}${inGroup(item.depth)}`} data-item="text">
          {item.level !== 'log' && <span class="visually-hidden">{item.level}: </span>}
          {item.parts.map((part, index) => (
            <Part key={index} value={part} isFirst={index === 0} />
          ))}
          {moreValues(item.left).map((text) => (
            <span key="more" class="soft">
              {' '}
              {text}
            </span>
          ))}
        </div>
      )
    case 'table':
      return <TableView item={item} />
    case 'picture':
      return (
        <div class="cell-picture" data-item="picture" data-kind={item.kind} data-run={runIn(item.data)}>
          <PictureView kind={item.kind} data={item.data} id={id} replay={replay} />
        </div>
      )
    case 'error':
      return <ErrorView item={item} name={name} />
    case 'notice':
      return (
        <p class="cell-notice" data-item="notice">
          {itemText(item)}
        </p>
      )
  }
}

/** Which of the cell's runs a picture shows, where they're followed: known before the picture is drawn. */
function runIn(data: Json): number | undefined {
  const { run } = (data ?? {}) as { readonly run?: unknown }
  return typeof run === 'number' ? run : undefined
}

/** How far in the lines of a group are set; beyond the fourth group they go no further. */
function inGroup(depth = 0): string {
  return depth === 0 ? '' : ` in in-${Math.min(depth, 4)}`
}

function Part({ value, isFirst }: { value: Value; isFirst: boolean }) {
  const space = isFirst ? '' : ' '
  if (value.kind !== 'string') {
    return (
      <>
        {space}
        <ValueView value={value} />
      </>
    )
  }
  return (
    <span>
      {space}
      {value.text}
      {value.left > 0 && <span class="soft"> … {value.left} more characters</span>}
    </span>
  )
}

function TableView({ item }: { item: Extract<Item, { type: 'table' }> }) {
  const isNumber = (text: string) => /^-?[\d.]+(e[+-]?\d+)?$/.test(text)
  return (
    <div class="table" data-item="table" tabIndex={0} role="group" aria-label="Table">
      <table>
        <thead>
          <tr>
            {item.columns.map((column, index) => (
              <th
                key={index}
                scope="col"
                class={item.rows.every((row) => isNumber(row[index] ?? '')) ? 'number' : undefined}
              >
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {item.rows.map((row, index) => (
            <tr key={index}>
              {row.map((text, column) => (
                <td key={column} class={isNumber(text) ? 'number' : undefined}>
                  {text}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {moreOfTable(item).map((text) => (
        <p key={text} class="soft">
          {text}
        </p>
      ))}
    </div>
  )
}

function ErrorView({
  item: { name, message, at, hint, inner = [] },
  name: cell,
}: {
  item: ErrorItem
  name: string
}) {
  return (
    <div class="cell-error" data-item="error">
      <p>
        {at && (
          <span class="cell-error-place">
            {at.cell === cell ? '' : `${at.cell}.ts, `}line {at.line}
            {at.column !== undefined && `, column ${at.column}`}
          </span>
        )}
        <span class="cell-error-name">{name === 'Thrown' ? 'thrown' : name}</span>
        {message !== '' && `: ${message}`}
      </p>
      {inner.map((line, index) => (
        <p key={index} class="cell-error-inner">
          {line}
        </p>
      ))}
      {hint !== undefined && <p class="cell-error-hint">{hint}</p>}
    </div>
  )
}
