// Taken before any cell runs, as in describe.ts: a cell may replace these.
const { getOwnPropertyDescriptor, getPrototypeOf } = Object
const objectRoot = Object.prototype
const toText = String

/** The getter behind a property of the language's own: called on what lacks its inner slot, it throws. */
export function getter(prototype: object, name: string | symbol): (self: unknown) => unknown {
  return uncurried(getOwnPropertyDescriptor(prototype, name)!.get!)
}

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- reason: methods of every class pass through here
export function uncurried(method: (...parameters: any[]) => any): (self: unknown, ...rest: unknown[]) => any {
  return Function.prototype.call.bind(method) as (self: unknown, ...rest: unknown[]) => unknown
}

const boxes = [
  { name: 'String', held: uncurried(String.prototype.valueOf) },
  { name: 'Number', held: uncurried(Number.prototype.valueOf) },
  { name: 'Boolean', held: uncurried(Boolean.prototype.valueOf) },
  { name: 'Symbol', held: uncurried(Symbol.prototype.valueOf) },
  { name: 'BigInt', held: uncurried(BigInt.prototype.valueOf) },
]
const buffers = [
  { name: 'ArrayBuffer', bytes: getter(ArrayBuffer.prototype, 'byteLength') },
  { name: 'DataView', bytes: getter(DataView.prototype, 'byteLength') },
]
const generatorRoot = getPrototypeOf(getPrototypeOf((function* () {})())) as object
const weak = [
  { name: 'WeakMap', root: WeakMap.prototype },
  { name: 'WeakSet', root: WeakSet.prototype },
  { name: 'WeakRef', root: WeakRef.prototype },
]

/** What has no properties worth showing, in a word: boxed values, buffers, generators, and what holds things weakly. */
export function wordFor(value: object, say: (held: unknown) => string): string | undefined {
  // To ask for an inner slot that isn't there takes long, and most values are plain.
  const prototype = getPrototypeOf(value) as object | null
  if (prototype === null || prototype === objectRoot) return undefined
  for (let index = 0; index < boxes.length; index++) {
    const { name, held } = boxes[index]!
    if (has(held, value)) return `[${name}: ${say(held(value))}]`
  }
  for (let index = 0; index < buffers.length; index++) {
    const { name, bytes } = buffers[index]!
    if (has(bytes, value)) return `${name} of ${toText(bytes(value))} bytes`
  }
  if (descends(value, generatorRoot)) return 'Generator (yield* or for … of runs it)'
  for (let index = 0; index < weak.length; index++)
    if (descends(value, weak[index]!.root)) return `${weak[index]!.name} (nobody can look inside)`
  return undefined
}

/** Whether a value has the inner slot behind a method or a getter of the language's own. */
export function has(slot: (self: unknown) => unknown, value: object): boolean {
  try {
    slot(value)
    return true
  } catch {
    return false
  }
}

/** Whether a value has this among its prototypes, up to the twentieth. */
export function descends(value: object, root: object): boolean {
  let at: object | null = value
  for (let steps = 0; at !== null && steps < 20; steps++) {
    if (at === root) return value !== root
    at = getPrototypeOf(at) as object | null
  }
  return false
}
