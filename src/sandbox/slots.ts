import { getOwnPropertyDescriptor, getPrototypeOf } from './taken.ts'

/** The getter behind a property of the language's own: called on what doesn't have its inner slot, it throws. */
export function getter(prototype: object, name: string | symbol): (self: unknown) => unknown {
  return uncurried(getOwnPropertyDescriptor(prototype, name)!.get!)
}

/** A method as a function of what it's called on: it works whatever a cell does to the prototype. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- reason: methods of every class pass through here
export function uncurried(method: (...parameters: any[]) => any): (self: unknown, ...rest: unknown[]) => any {
  return Function.prototype.call.bind(method) as (self: unknown, ...rest: unknown[]) => unknown
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
