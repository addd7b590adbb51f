import type { RunService } from './run-service.ts'

/** The service as its page has it: each answer comes later. */
export type DistantRunService = {
  readonly [Method in keyof RunService]: (
    ...args: Parameters<RunService[Method]>
  ) => Promise<ReturnType<RunService[Method]>>
}

/** What a bench asks of the service that plays its plans: the engine in a worker, or a learner's program in its cell's sandbox. */
export interface BenchService extends Pick<DistantRunService, 'play' | 'edit'> {
  /** What can be asked beside that; a panel without its answers isn't shown. */
  readonly can: {
    /** The checks know what the plan's operations mean. */
    readonly judge: boolean
  }
}
