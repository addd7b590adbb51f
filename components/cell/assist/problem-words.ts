/** What a learner reads for TypeScript's commonest complaints; the compiler's own words follow for all others. */
const plain: Readonly<Record<number, (found: readonly string[]) => string>> = {
  1005: ([missing = 'a character']) => `There’s a ${missing} missing here.`,
  1109: () => 'An expression is missing here.',
  1127: () =>
    'This character isn’t part of code. Did it come with pasted text, such as a curly quotation mark?',
  2304: ([name = 'This']) => `There’s no ${name} here. Is it misspelt, or is its import missing?`,
  2305: ([module = 'engine', name = 'that']) => `${shortModule(module)} exports no ${name}.`,
  2307: ([module = 'That']) => `${module} can’t be imported: a cell imports 'engine' and './other-cell'.`,
  2339: ([name = 'that', type = 'this']) => `There’s no ${name} on ${shortType(type)}.`,
  2551: ([name = 'that', type = 'this', near = '']) =>
    `There’s no ${name} on ${shortType(type)}. Did you mean ${near}?`,
  2552: ([name = 'This', near = '']) => `There’s no ${name} here. Did you mean ${near}?`,
  2554: ([wanted = 'other', got = 'these']) => `This call takes ${count(wanted)}; it was given ${got}.`,
  2724: ([module = 'engine', name = 'that', near = '']) =>
    `${shortModule(module)} exports no ${name}. Did you mean ${near}?`,
  2820: ([given = 'this', wanted = 'another', near = '']) =>
    `${given} isn’t allowed here: ${choices(wanted)}. Did you mean ${near}?`,
  2322: ([given = 'this', wanted = 'another']) => `${given} isn’t allowed here: ${choices(wanted)}.`,
  2345: ([given = 'this', wanted = 'another']) => `${given} isn’t allowed here: ${choices(wanted)}.`,
  2353: ([name = 'that', type = 'this']) => `${name} isn’t known here: ${shortType(type)} doesn’t have it.`,
  2561: ([name = 'that', type = 'this', near = '']) =>
    `${name} isn’t known here: ${shortType(type)} doesn’t have it. Did you mean ${near}?`,
  18004: ([name = 'This']) => `There’s no ${name} to take the value from.`,
}

/** A problem in plain words first. TypeScript's own stay behind them, because they say more to readers who know them. */
export function plainWords(code: number, message: string): string {
  const [first = message] = message.split('\n')
  const found = [...first.matchAll(/'((?:[^']|'(?=[\w"]))*?)'(?=[\s.,;:?]|$)/g)].map(([, text]) => text ?? '')
  const numbers = [...first.matchAll(/\b\d+(?:-\d+)?\b/g)].map(([text]) => text)
  const words = plain[code]?.(code === 2554 ? numbers : found)
  return words === undefined ? message : `${words} (TypeScript: ${first})`
}

function count(wanted: string): string {
  return wanted === '1' ? '1 argument' : `${wanted} arguments`
}

/** A union of words is a list of what may be written. */
function choices(type: string): string {
  const parts = type.split(' | ').filter((part) => part !== 'undefined')
  return parts.length > 1 && parts.every((part) => /^["'\d]/.test(part))
    ? `it takes ${parts.slice(0, -1).join(', ')} or ${parts.at(-1)}`
    : `it takes ${shortType(type)}`
}

function shortType(type: string): string {
  return type.length <= 60 ? type : `${type.slice(0, 60)}…`
}

function shortModule(module: string): string {
  return module.replace(/^"|"$/g, '')
}
