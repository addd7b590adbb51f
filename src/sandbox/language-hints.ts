import type { Hint } from './first-hint.ts'

/** What a node does by itself, and waits for nothing. */
const noWaits = /^node\.(send|spawn|note|mark|now|random|pick|timestamp|listen|halt)\b/

/** What the engines of browsers say, and what a learner does about it. */
export const known: readonly Hint[] = [
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
