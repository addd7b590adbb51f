/** What a message looks like, and the hint made of what was found in it. */
export type Hint = readonly [pattern: RegExp, hint: (found: readonly string[]) => string]

/** The hint of the first pattern that the message fits; undefined where none does. */
export function firstOf(hints: readonly Hint[], message: string): string | undefined {
  for (const [pattern, hint] of hints) {
    const found = pattern.exec(message)
    if (found !== null) return hint(found)
  }
  return undefined
}
