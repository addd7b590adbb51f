/** One operation of a history on one key, as the reader sees it. */
export interface Span {
  readonly id: string
  readonly client: string
  /** What a write wrote, or a read was told; null for nothing. */
  readonly kind: 'write' | 'read'
  readonly value: string | null
  readonly call: number
  readonly end: number
}

/** What the points of all operations come to. */
export type Placed =
  | { readonly ok: true }
  /** At its point this read should have been told something else. */
  | { readonly ok: false; readonly read: Span; readonly expected: string | null }

/** Goes through the operations in the order of their points: does each read tell what was written last? */
export function judgePoints(spans: readonly Span[], points: { readonly [id: string]: number }): Placed {
  const inOrder = [...spans].sort((one, other) => points[one.id]! - points[other.id]!)
  let value: string | null = null
  for (const span of inOrder) {
    if (span.kind === 'write') value = span.value
    else if (span.value !== value) return { ok: false, read: span, expected: value }
  }
  return { ok: true }
}

/** How many reads tell what was written last before their points. */
export function readsExplained(spans: readonly Span[], points: { readonly [id: string]: number }): number {
  const inOrder = [...spans].sort((one, other) => points[one.id]! - points[other.id]!)
  let value: string | null = null
  let explained = 0
  for (const span of inOrder) {
    if (span.kind === 'write') value = span.value
    else if (span.value === value) explained += 1
  }
  return explained
}

/** Whether any points would do: every order that respects the spans is tried, since there are few of them. */
export function somePointsDo(spans: readonly Span[], value: string | null = null): boolean {
  if (spans.length === 0) return true
  return spans.some((span) => {
    const rest = spans.filter((one) => one !== span)
    // Nothing that ended before this one was called may come after it.
    if (rest.some(({ end }) => end < span.call)) return false
    if (span.kind === 'read' && span.value !== value) return false
    return somePointsDo(rest, span.kind === 'write' ? span.value : value)
  })
}

/** What an operation was: "waiter writes tea", "chef reads nothing". */
export function spanInWords({ client, kind, value }: Span): string {
  return `${client} ${kind === 'write' ? 'writes' : 'reads'} ${value ?? 'nothing'}`
}
