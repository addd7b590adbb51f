/** The longest title that a link carries. */
export const mostTitle = 80

/** The part of a link that carries a title; empty for none. */
export function titled(title: string): string {
  const kept = title.trim().slice(0, mostTitle)
  return kept === '' ? '' : `&t=${encodeURIComponent(kept.replace(/\p{Cs}/gu, '\ufffd'))}`
}

/** A title from outside: one line, no longer than is read, and nothing that turns the direction of what stands around it. */
export function titleIn(text: string | null): string {
  return (text ?? '')
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '')
    .trim()
    .slice(0, mostTitle)
}
