import type { Desk } from './desk.ts'

/** The desk as its page has it: each answer comes later. */
export type DistantDesk = {
  readonly [Method in keyof Desk]: (...args: Parameters<Desk[Method]>) => Promise<ReturnType<Desk[Method]>>
}
