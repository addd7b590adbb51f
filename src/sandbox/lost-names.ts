/** What other languages call what is meant. */
const otherWords: Readonly<Record<string, string>> = {
  print: 'console.log(...) prints.',
  println: 'console.log(...) prints.',
  printf: 'console.log(...) prints, and knows %s and %d.',
  echo: 'console.log(...) prints.',
  len: 'A list and a text have .length, a map and a set have .size.',
  None: 'Nothing is called undefined or null here.',
  nil: 'Nothing is called undefined or null here.',
  True: 'It’s written true, with a small letter.',
  False: 'It’s written false, with a small letter.',
  self: 'A program is given its node: (node) => ({ ... }).',
}

const nodeWords = ['sleep', 'call', 'quorum', 'send', 'sync', 'spawn', 'until', 'note', 'mark', 'pick']

const engineNames = new Set<string>()

/** Makes known what a cell may import of the engine, so that a missing import can be told from a misspelt name. */
export function nameEngine(names: readonly string[]): void {
  for (const name of names) engineNames.add(name)
}

/** What to do about a name that isn’t defined. */
export function lostName(name: string): string {
  if (engineNames.has(name)) return `It’s the engine’s: import { ${name} } from 'engine' at the top.`
  if (Object.hasOwn(otherWords, name)) return otherWords[name]!
  if (nodeWords.includes(name)) return `A node does that: write node.${name}(...).`
  if (name === 'yield') return 'yield* works only in a function with a star: write *start() { ... }.'
  if (/^[A-Z][A-Z_]+$/.test(name)) return `Is it a word, such as a level? Then it takes quotes: '${name}'.`
  return `There’s no ${name} here. Is it misspelt, or is its import missing?`
}
