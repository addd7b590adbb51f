/** "3", "3 and 5", "3, 5 and 7"; '' for nothing. */
export function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`
}
