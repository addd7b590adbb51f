import type { Driver, Json, Ms, NodeId, Op, Seat, Seeking, Waiting } from './types.ts'
import { isRecord } from './client.ts'

/** A driver checks on each server so often; one that didn't answer isn't asked again before. (heartbeatFrequencyMS) */
const recheckMs: Ms = 10_000

/** The driver of a leader-based system (see {@link Seeking}): it goes where the answers send it, and remembers who answered at last. */
class SeekingDriver implements Driver {
  readonly #seeking: Seeking
  readonly #retries: number
  readonly #seat: Seat
  /** The node that was last named as the one to ask. */
  #leader: NodeId | undefined
  /** By session, the place of the last answer in it. */
  readonly #seen = new Map<Json, Json>()

  constructor(seeking: Seeking, retries: number, seat: Seat) {
    this.#seeking = seeking
    this.#retries = retries
    this.#seat = seat
  }

  argsOf({ id, args }: Op): Json {
    return isRecord(args) ? { ...args, statement: id, ...this.#causal(args) } : args
  }

  heard(open: Waiting, given: Json, isLatest: boolean, cause: number): Json | undefined {
    const value = this.isCommand(open.op) ? withoutRedirect(given) : given
    if (isRecord(value) && value['redirect'] !== undefined) {
      // What may have been done is only asked for again by a driver that retries. (retryWrites: false)
      if (value['maybe'] !== true || this.#retries > 0) {
        this.#redirected(open, value, isLatest, cause)
        return undefined
      }
    }
    return this.#noted(open.op, value)
  }

  firstFor(op: Op): NodeId | undefined {
    return this.#needsLeader(op) ? this.#leader : undefined
  }

  lost(node: NodeId): void {
    if (this.#leader === node) this.#leader = undefined
  }

  isCommand({ coordinator, do: what }: Op): boolean {
    return coordinator !== undefined && this.#seeking.commands?.includes(what) === true
  }

  #needsLeader(op: Op): boolean {
    return this.#seeking.needsLeader(op.do, op.args)
  }

  /** A causally consistent session asks for nothing older than what it was told last. */
  #causal(args: { readonly [name: string]: Json }): object {
    if (args['session'] === undefined || args['afterClusterTime'] !== undefined) return {}
    const afterClusterTime = this.#seen.get(args['session'])
    return afterClusterTime === undefined ? {} : { afterClusterTime }
  }

  /** Keeps for its session where the answer stands in the history, and gives the rest of it. */
  #noted({ args }: Op, value: Json): Json {
    if (!isRecord(value) || value['operationTime'] === undefined) return value
    const { operationTime, ...answer } = value
    if (isRecord(args)) this.#seen.set(args['session'] ?? null, operationTime)
    return answer
  }

  /** Another node has to be asked: the one that's named, or after a pause the next in turn. */
  #redirected(
    open: Waiting,
    answer: { readonly [name: string]: Json },
    isLatest: boolean,
    cause: number,
  ): void {
    const seat = this.#seat
    const { now } = seat
    const { selectionMs, pauseMs } = this.#seeking
    const { error = 'nobody to ask', redirect: named } = answer
    // Others may still name a leader that didn't answer: a driver goes by what it saw itself.
    const isMute = open.mute.includes(named as NodeId) && now - open.mutedAt < recheckMs
    const redirect = isMute ? null : named
    if (answer['maybe'] === true) open.maybe = true
    if (!isLatest) return
    open.attempt++
    open.cause = cause
    const wait = typeof redirect === 'string' ? 0 : seat.duration(pauseMs)
    if (now + wait - open.record.call > selectionMs) {
      if (open.maybe) return seat.close(open, cause)
      open.record.output = { error }
      open.record.return = now
      seat.close(open, cause, open.record.output)
    } else if (typeof redirect === 'string') {
      if (this.#needsLeader(open.op)) this.#leader = redirect
      seat.ask(open, redirect)
    } else seat.after(open, wait, () => seat.ask(open))
  }
}

function withoutRedirect(answer: Json): Json {
  if (!isRecord(answer) || answer['redirect'] === undefined) return answer
  const { redirect: _, ...rest } = answer
  return rest
}

/** A driver that seeks, for one client. `retries`: how often that client asks again after a silence. */
export function seekingDriver(seeking: Seeking, retries: number, seat: Seat): Driver {
  return new SeekingDriver(seeking, retries, seat)
}
