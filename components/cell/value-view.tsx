import { inline } from '#sandbox/format.ts'
import type { Value } from '#sandbox/items.ts'

const lineWidth = 76

/** A value on one line when it fits, else folded, to be opened level by level. */
export function ValueView({ value, label }: { value: Value; label?: string }) {
  const name = label === undefined ? '' : `${label}: `
  const text = inline(value, 4000)
  if (
    value.kind === 'string' ||
    value.kind === 'plain' ||
    value.kind === 'bytes' ||
    text.length <= lineWidth
  ) {
    return (
      <span class="value">
        {name}
        {text}
      </span>
    )
  }
  const children: (readonly [string, Value])[] =
    value.kind === 'list' ? value.items.map((item, index) => [String(index), item]) : [...value.entries]
  return (
    <details class="value">
      <summary>
        {name}
        {inline(value, lineWidth)} <span class="soft">{children.length + value.left} in all</span>
      </summary>
      <ul>
        {children.map(([key, child]) => (
          <li key={key}>
            <ValueView label={key} value={child} />
          </li>
        ))}
        {value.left > 0 && <li class="soft">{value.left} more</li>}
      </ul>
    </details>
  )
}
