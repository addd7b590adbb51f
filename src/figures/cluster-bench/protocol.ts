import type { Desk } from './desk.ts'

/** What a page posts to the desk's worker. */
export interface ToDesk {
  readonly id: number
  readonly method: keyof Desk
  readonly args: readonly unknown[]
}

/** What the worker posts back. */
export type FromDesk =
  { readonly type: 'ready' } | { readonly type: 'answer'; readonly id: number; readonly answer: unknown }

/** The desk as its page has it: each answer comes later. */
export type DistantDesk = {
  readonly [Method in keyof Desk]: (...args: Parameters<Desk[Method]>) => Promise<ReturnType<Desk[Method]>>
}
