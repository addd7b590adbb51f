import type { Clock, Ms } from './types.ts'

/**
 * The clock of one node or client. Machines have quartz clocks that run a little fast or slow; here each is a pure
 * function of virtual time: `time + offset + elapsed x drift`.
 */
export class LocalClock {
  #offsetMs = 0
  #driftPpm = 0
  #since: Ms = 0
  #lastTimestamp = -Infinity
  readonly #place: number
  readonly #clocks: number

  /** @param place which of the `clocks` clocks of the run this is, from 0 */
  constructor(place: number, clocks: number) {
    this.#place = place
    this.#clocks = clocks
  }

  /** From `time` on the clock shows `time + offsetMs` and drifts away from there. */
  set(clock: Clock, time: Ms): void {
    this.#offsetMs = clock.offsetMs
    this.#driftPpm = clock.driftPpm ?? 0
    this.#since = time
  }

  /** What it shows when virtual time is `time`. */
  read(time: Ms): Ms {
    if (this.#driftPpm === 0) return time + this.#offsetMs
    return time + this.#offsetMs + Math.floor(((time - this.#since) * this.#driftPpm) / 1_000_000)
  }

  /** How much virtual time passes while this clock counts `ms` milliseconds. */
  duration(ms: Ms): Ms {
    if (this.#driftPpm === 0) return ms
    return Math.floor(ms / (1 + this.#driftPpm / 1_000_000) + 0.5)
  }

  /**
   * Microseconds: what the clock shows x 1000, plus this clock's place among the run's clocks, so that two clocks in
   * step never give the same; and always later than the one before, as drivers do. A tie is made by a plan alone.
   */
  timestamp(time: Ms): number {
    const stamp = this.read(time) * 1000 + this.#place
    this.#lastTimestamp = stamp > this.#lastTimestamp ? stamp : this.#lastTimestamp + this.#clocks
    return this.#lastTimestamp
  }
}
