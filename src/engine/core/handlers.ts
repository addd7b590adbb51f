import { Misuse } from './misuse.ts'
import { shown } from './plan/shape.ts'
import type { ProgramNode } from './program-node.ts'

/** What a program gave back, if these are handlers. */
export function handlersOf(node: ProgramNode, given: unknown): ProgramNode['handlers'] {
  const { next, then } = (given ?? {}) as { readonly next?: unknown; readonly then?: unknown }
  if (typeof given !== 'object' || given === null || (next ?? then) !== undefined)
    throw new Misuse(`The program of ${node.id} gave back no handlers, but ${shown(given)}.`)
  return given as ProgramNode['handlers']
}

/** The mistake of a handler that was written with async: a node waits with yield*. */
export function isAsync(node: ProgramNode, name: string): Misuse {
  return new Misuse(
    `The handler ${name} of ${node.id} returned a promise: write *${name}(...) with yield*, not async and await.`,
    node.waiting?.serial,
  )
}

/** The mistake of a message that its receiver has no handler for. */
export function noHandler(node: ProgramNode, name: string): Misuse {
  const known = Object.keys(node.handlers).join(', ')
  return new Misuse(`${node.id} was sent '${name}' and has no handler of that name. It has: ${known}.`)
}
