import { faceOf } from '#engine/face/face.ts'
import { brief, cutOff, isRecord } from '#engine/face/value-text.ts'
import { baseName, isReply } from './address.ts'

/** What a message of that name carries, in a few words: as its system tells it, or as any value is told. */
export function messageText(system: string, name: string, args: unknown): string {
  const own = faceOf(system).messageText?.({ name: baseName(name), isReply: isReply(name), args })
  if (own !== undefined) return own
  if (!isRecord(args)) return brief(args)
  if (isReply(name)) return plainAnswer(args)
  // A driver adds both: the statement, by which a database knows a request that is asked again, and the client's time.
  const { statement: _statement, timestamp: _timestamp, ...rest } = args
  if (typeof args['key'] === 'string') return askedText(args)
  return Object.keys(rest).length === 0 ? '' : brief(rest)
}

/** What a client asks, without its name: `row 3 = no nuts at QUORUM`. */
export function askedText(args: { readonly [name: string]: unknown }): string {
  const { key, value, columns, level, ttl } = args
  const what =
    value === undefined ? (columns === undefined ? '' : ` = ${brief(columns)}`) : ` = ${brief(value)}`
  const life = ttl === undefined ? '' : `, for ${String(ttl)} s`
  return cutOff(`${String(key)}${what}${level === undefined ? '' : ` at ${String(level)}`}${life}`, 64)
}

/** An answer to operation `name`: `ok`, `no nuts`, `nothing there`, `refused: unavailable, 2 needed and 1 up`. */
export function answerText(system: string, name: string, answer: unknown): string {
  if (answer === undefined) return ''
  return messageText(system, `${name} reply`, answer)
}

function plainAnswer(answer: { readonly [name: string]: unknown }): string {
  if ('error' in answer) return refusalText(answer)
  if ('value' in answer) return answer['value'] === null ? 'nothing there' : brief(answer['value'])
  return answer['ok'] === true && Object.keys(answer).length === 1 ? 'ok' : brief(answer)
}

function refusalText({
  error,
  required,
  alive,
  received,
  why,
}: {
  readonly [name: string]: unknown
}): string {
  const needed = required === undefined ? '' : `, ${String(required)} needed`
  const there =
    alive === undefined
      ? received === undefined
        ? ''
        : ` and ${String(received)} answered`
      : ` and ${String(alive)} up`
  const reason = typeof why === 'string' ? `: ${why}` : ''
  return cutOff(`${String(error)}${needed}${there}${reason}`, 90)
}
