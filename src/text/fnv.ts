/** A whole number of 32 bits from a text (FNV-1a): tells one text from another that differs by chance, and can be a seed. */
export function fnv1a(text: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return hash >>> 0
}

/** A short name of a text: its {@link fnv1a} as eight hexadecimal digits. */
export function shortHash(text: string): string {
  return fnv1a(text).toString(16).padStart(8, '0')
}
