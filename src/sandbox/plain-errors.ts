import { closest } from './closest.ts'

/** An error as far as its words go. */
interface Said {
  readonly name: string
  readonly message: string
  readonly hint?: string
}

type Hint = readonly [pattern: RegExp, hint: (found: readonly string[]) => string]

/** What a node does by itself, and waits for nothing. */
const noWaits = /^node\.(send|spawn|note|mark|now|random|pick|timestamp|listen|halt)\b/

/** What the engines of browsers say, and what a learner does about it. */
const known: readonly Hint[] = [
  [
    /Cannot read propert(?:y|ies) of (undefined|null) \(reading '([^']+)'\)/,
    ([, what, name]) => `What stands before .${name} is ${what}. Print it on the line above to see why.`,
  ],
  [
    /Cannot set propert(?:y|ies) of (undefined|null) \(setting '([^']+)'\)/,
    ([, what, name]) =>
      `What stands before .${name} is ${what}, so nothing can be put there. Give it a value first.`,
  ],
  [
    /Cannot destructure|right side of assignment cannot be destructured/i,
    () => 'What the braces take apart is undefined or null. Print it on the line above to see why.',
  ],
  [
    /^(?:can't access property|(?:undefined|null) is not an object)/i,
    () => 'What stands before the dot is undefined. Print it on the line above to see why.',
  ],
  [
    /Cannot convert undefined or null to object|can't convert (?:undefined|null) to object/i,
    () => 'What was handed over is undefined or null, and an object is wanted. Print it on the line above.',
  ],
  [
    /Assignment to constant variable|invalid assignment to const|assign to readonly property/i,
    () => 'Declare it with let, and it can change.',
  ],
  [
    /Cannot assign to read only property|is read-only|object is not extensible/i,
    () => 'This can’t be changed: make a new one, as in { ...old, key: value }.',
  ],
  [
    /Cannot access '([^']+)' before initialization|can't access lexical declaration '([^']+)'/,
    ([, one, other]) => `${one ?? other} is declared further down. Move its line up, above this one.`,
  ],
  [
    /^search takes/,
    () => 'Write search((seed) => plan(ring(), { seed }), freshReads, { seeds: 1000 }), in this order.',
  ],
  [
    /^shrink takes what search found; it got nothing/,
    () => 'So that search found nothing. Ask first whether it did.',
  ],
  [/^shrink takes/, () => 'Write shrink(search(weather, check, { seeds: 1000 })).'],
  [/^The check “.*” takes a run/, () => 'Give it what run(plan(...)) gives back.'],
  [/is not a constructor/, () => 'new makes one of a class, and this is none: write it without new.'],
  [
    /Class constructor (\S+) cannot be invoked without 'new'/,
    ([, name]) => `${name} is a class: write new ${name}(...).`,
  ],
  [
    /^task is not a function/,
    () => 'node.spawn takes a function* that isn’t called yet: node.spawn(() => task()).',
  ],
  [
    /(\S+) is not a function or its return value is not (?:async )?iterable/,
    ([, called = '']) =>
      noWaits.test(called)
        ? `${called} waits for nothing: write it without yield*.`
        : `${called} gives back nothing to go through. Is it a function*, and does it return a list?`,
  ],
  [
    /(?:yield\*|intermediate value|node\.\w+)\)? is not iterable/,
    () =>
      'yield* takes what waits, such as node.sleep(100), or a function* that is called. node.send waits for nothing: write it without yield*.',
  ],
  [
    /^(\S+) is not (?:a function )?(?:async )?iterable/,
    ([, name]) => `${name} isn’t iterable: for … of and the three dots take lists, maps and sets.`,
  ],
  [
    /(\S+) is not a function/,
    ([, name]) => `${name} can’t be called: is it misspelt, or is it a value and no function?`,
  ],
  [
    /Maximum call stack|too much recursion/,
    () => 'A function calls itself and never stops: what should end it?',
  ],
  [/Invalid array length/, () => 'A list can’t have that many entries, or fewer than none.'],
  [
    /Invalid string length|Invalid count value|allocation|out of memory/i,
    () => 'This would be larger than a browser can hold. Make it smaller.',
  ],
  [
    /circular structure|cyclic object/i,
    () => 'JSON can’t hold what contains itself. console.log can show it.',
  ],
  [
    /serialize (?:a )?BigInt|BigInt value can't be serialized/i,
    () => 'JSON has no BigInt: write Number(x) or `${x}` first.',
  ],
  [
    /mix BigInt|BigInt.*(?:to number|other types)/i,
    () => 'Make both the same kind: 5n and 3n, or Number(5n) and 3.',
  ],
  [/Cannot convert a Symbol|Symbol.*to (?:a )?string/i, () => 'Write String(symbol), or symbol.description.'],
  [
    /Reduce of empty array|reduce of empty/i,
    () => 'reduce needs a beginning where the list may be empty: .reduce(f, 0).',
  ],
  [
    /not valid JSON|JSON\.parse|in JSON at/i,
    () => 'This text isn’t JSON: names and texts in it have double quotes.',
  ],
  [/Generator is already running/i, () => 'A function* can’t go on by itself while it runs.'],
]

/** "x is not defined" of every browser: the name. */
const missing = /^(?:Can't find variable: )?([\w$]+)(?: is not defined)?$/

/**
 * What an error says to a learner: names as the cell has them, not as the compiler made them, and a hint where there's none
 * yet. An option that isn't known, or a word that isn't allowed, is followed by the nearest one that is.
 */
export function plainError<E extends Said>(error: E): E & Said {
  const message = withoutCompilers(error.message)
  const hint = error.hint ?? hintOf(error.name, message)
  return { ...error, message, ...(hint !== undefined && { hint }) }
}

/** `_engine.plan.call(...).wite` is `plan(...).wite` to who wrote it. */
function withoutCompilers(message: string): string {
  return message
    .replace(/\(0 , (_\w+\.[\w.]+)\)/g, '$1')
    .replace(/\b_[a-z]\w*\.(\w+)\.call\(/g, '$1(')
    .replace(/\b_[a-z]\w*\.(?=\w)/g, '')
}

function hintOf(name: string, message: string): string | undefined {
  if (name === 'PlanError') return nearest(message)
  if (name === 'Thrown') return 'Throw an Error, as in throw new Error("why"), and its line is shown too.'
  if (name === 'Misuse') return nearestName(message)
  if (name === 'ReferenceError') {
    const lost = missing.exec(message)?.[1]
    if (lost !== undefined) return lostName(lost)
  }
  return firstOf(known, message)
}

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

function lostName(name: string): string {
  if (engineNames.has(name)) return `It’s the engine’s: import { ${name} } from 'engine' at the top.`
  if (Object.hasOwn(otherWords, name)) return otherWords[name]!
  if (nodeWords.includes(name)) return `A node does that: write node.${name}(...).`
  if (name === 'yield') return 'yield* works only in a function with a star: write *start() { ... }.'
  if (/^[A-Z][A-Z_]+$/.test(name)) return `Is it a word, such as a level? Then it takes quotes: '${name}'.`
  return `There’s no ${name} here. Is it misspelt, or is its import missing?`
}

/** What a program has done wrong, by what the engine says of it. */
const misuses: readonly Hint[] = [
  [
    /gave back no handlers, but nothing/,
    () => 'Write (node) => ({ start() { ... } }), with round brackets around the braces.',
  ],
  [
    /gave back no handlers/,
    () => 'A program is a plain function, without async or a star, that gives an object.',
  ],
  [/^The handler spawn of/, () => 'Write node.spawn(function* () { ... }) with yield* in it.'],
  [/takes milliseconds.*given "/, () => 'Write a number, without quotes.'],
]

/** "There is no node "b". This plan has A, B." leads to B, and so do handlers. */
function nearestName(message: string): string | undefined {
  const node = /There is no node "([^"]*)"\. This plan has (.*)\./.exec(message)
  if (node !== null) {
    const near = closest(node[1]!, node[2]!.split(', '))
    return near === undefined
      ? `The node comes first, then the message: node.call('${node[2]!.split(', ')[0]}', 'name', args).`
      : `Did you mean "${near}"?`
  }
  const handler = /was sent '([^']*)' and has no handler of that name\. It has: (.*)\./.exec(message)
  const near = handler && closest(handler[1]!, handler[2]!.split(', '))
  return near ? `Did you mean '${near}'?` : firstOf(misuses, message)
}

function firstOf(hints: readonly Hint[], message: string): string | undefined {
  for (const [pattern, hint] of hints) {
    const found = pattern.exec(message)
    if (found !== null) return hint(found)
  }
  return undefined
}

const unitsMs: Readonly<Record<string, number>> = { ms: 1, s: 1000, sec: 1000, m: 60_000, min: 60_000, h: 3_600_000, d: 86_400_000 } // prettier-ignore

/** "plan.sed: expected one of the fields seed, until; received 3." leads to seed. */
function nearest(message: string): string | undefined {
  const field = /\b(\w+): expected one of the fields ([\w, ]+?)(?:, or [^;]*)?;/.exec(message)
  if (field !== null) {
    const near = closest(field[1]!, field[2]!.split(', '))
    return near === undefined ? undefined : `Did you mean ${near}?`
  }
  if (/^plan: expected a system; received function/.test(message))
    return 'It isn’t called yet: write its brackets, as in plan(ring()).'
  if (/^plan: expected a system/.test(message)) return 'Write plan(ring()), or plan(cell(program)).'
  if (/expected its level in an object/.test(message)) return "Write { level: 'ONE' }."
  const text = /expected a (?:whole )?number[^;]*; received "([^"]*)"/.exec(message)?.[1]
  if (text !== undefined) {
    const [, count, named = ''] = /^(\d+(?:\.\d+)?)\s*([a-z]*)$/i.exec(text) ?? []
    const unit = named === '' ? 'ms' : named
    const factor = Object.hasOwn(unitsMs, unit) ? unitsMs[unit] : undefined
    return count === undefined || factor === undefined
      ? 'Write a number, without quotes.'
      : `Write a number, without quotes: ${Math.round(Number(count) * factor)}${unit === 'ms' ? '' : ' ms'}.`
  }
  if (/args\.key: expected a text/.test(message))
    return 'The key comes first, and it’s a text: .write("key", value).'
  const node = /expected a (?:node|client): ([^;]*); received "([^"]*)"/.exec(message)
  const word = /expected one of ((?:"[^"]*"(?:, )?)+); received "([^"]*)"/.exec(message)
  const [, listed, given] = node ?? word ?? []
  if (listed === undefined || given === undefined) return undefined
  const allowed = node ? listed.split(', ') : [...listed.matchAll(/"([^"]*)"/g)].map(([, one]) => one!)
  const near = closest(given, allowed)
  return near === undefined ? undefined : `Did you mean "${near}"?`
}
