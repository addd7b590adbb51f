/** "the waiter" as a sentence begins: "The waiter". */
export function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

const words = [
  'no',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
]

/** A count as prose has it: a word up to twelve, digits from there on. */
export function inWords(count: number): string {
  return words[count] ?? String(count)
}
