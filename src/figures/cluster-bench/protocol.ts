import type { Desk } from './desk.ts'

/** The desk as its page has it: each answer comes later. */
export type DistantDesk = {
  readonly [Method in keyof Desk]: (...args: Parameters<Desk[Method]>) => Promise<ReturnType<Desk[Method]>>
}

/** What a bench asks of whoever plays its plans: the engine in a worker, or a learner's program in its cell's sandbox. */
export interface BenchDesk extends Pick<DistantDesk, 'play' | 'edit'> {
  /** What can be asked beside that; a panel without its answers isn't shown. */
  readonly can: {
    /** The checks know what the plan's operations mean. */
    readonly judge: boolean
  }
}
