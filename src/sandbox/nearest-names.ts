import { closest } from './closest.ts'
import { type Hint, firstOf } from './first-hint.ts'

/** What a program has done wrong, by what the engine says of it. */
const misuses: readonly Hint[] = [
  [
    /gave back no handlers, but nothing/,
    () => 'Write (node) => ({ start() { ... } }), with round brackets around the braces.',
  ],
  [
    /gave back no handlers/,
    () => 'A program is a plain function, without async or a star, that gives an object.',
  ],
  [/^The handler spawn of/, () => 'Write node.spawn(function* () { ... }) with yield* in it.'],
  [/takes milliseconds.*given "/, () => 'Write a number, without quotes.'],
]

/** "There is no node "b". This plan has A, B." leads to B, and so do handlers. */
export function nearestName(message: string): string | undefined {
  const node = /There is no node "([^"]*)"\. This plan has (.*)\./.exec(message)
  if (node !== null) {
    const near = closest(node[1]!, node[2]!.split(', '))
    return near === undefined
      ? `The node comes first, then the message: node.call('${node[2]!.split(', ')[0]}', 'name', args).`
      : `Did you mean "${near}"?`
  }
  const handler = /was sent '([^']*)' and has no handler of that name\. It has: (.*)\./.exec(message)
  const near = handler && closest(handler[1]!, handler[2]!.split(', '))
  return near ? `Did you mean '${near}'?` : firstOf(misuses, message)
}

const unitsMs: Readonly<Record<string, number>> = {
  ms: 1,
  s: 1000,
  sec: 1000,
  m: 60_000,
  min: 60_000,
  h: 3_600_000,
  d: 86_400_000,
}

// prettier-ignore

/** "plan.sed: expected one of the fields seed, until; received 3." leads to seed. */
export function nearest(message: string): string | undefined {
  const field = /\b(\w+): expected one of the fields ([\w, ]+?)(?:, or [^;]*)?;/.exec(message)
  if (field !== null) {
    const near = closest(field[1]!, field[2]!.split(', '))
    return near === undefined ? undefined : `Did you mean ${near}?`
  }
  if (/^plan: expected a system; received function/.test(message))
    return 'It isn’t called yet: write its brackets, as in plan(ring()).'
  if (/^plan: expected a system/.test(message)) return 'Write plan(ring()), or plan(cell(program)).'
  if (/expected its level in an object/.test(message)) return "Write { level: 'ONE' }."
  const text = /expected a (?:whole )?number[^;]*; received "([^"]*)"/.exec(message)?.[1]
  if (text !== undefined) {
    const [, count, named = ''] = /^(\d+(?:\.\d+)?)\s*([a-z]*)$/i.exec(text) ?? []
    const unit = named === '' ? 'ms' : named
    const factor = Object.hasOwn(unitsMs, unit) ? unitsMs[unit] : undefined
    return count === undefined || factor === undefined
      ? 'Write a number, without quotes.'
      : `Write a number, without quotes: ${Math.round(Number(count) * factor)}${unit === 'ms' ? '' : ' ms'}.`
  }
  if (/args\.key: expected a text/.test(message))
    return 'The key comes first, and it’s a text: .write("key", value).'
  const node = /expected a (?:node|client): ([^;]*); received "([^"]*)"/.exec(message)
  const word = /expected one of ((?:"[^"]*"(?:, )?)+); received "([^"]*)"/.exec(message)
  const [, listed, given] = node ?? word ?? []
  if (listed === undefined || given === undefined) return undefined
  const allowed = node ? listed.split(', ') : [...listed.matchAll(/"([^"]*)"/g)].map(([, one]) => one!)
  const near = closest(given, allowed)
  return near === undefined ? undefined : `Did you mean "${near}"?`
}
