import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { StoredEvent } from '#learning/event.ts'
import { merge } from '#learning/merge.ts'
import { codesOf, readCode } from '#learning/sync/codes.ts'
import type { Read } from '#learning/sync/codes.ts'
import { syncKeyOf, keyText } from '#learning/sync/key.ts'
import { decode, encode } from '#learning/sync/message.ts'
import type { Message } from '#learning/sync/message.ts'
import { opening, receive, sideOf } from '#learning/sync/session.ts'
import type { Side } from '#learning/sync/session.ts'
import { differenceOf, symbolsOf } from '#learning/sync/symbols.ts'

const eventOf = (id: string, at = 1_700_000_000_000): StoredEvent => {
  const { high, low } = syncKeyOf(id)
  const lesson = ['replicas', 'anti-entropy', 'merkle-trees', 'cassandra-repair'][high % 4]!
  return high % 3 === 0
    ? {
        ...{ id, device: id.split('-')[0]!, at: at + (low % 30_000), type: 'answered', version: 1 },
        ...{
          question: `${lesson}.q${low % 11}`,
          choice: `c${low % 3}`,
          right: low % 2 === 0,
          confidence: 'fairly',
        },
      }
    : {
        id,
        device: id.split('-')[0]!,
        at: at + (low % 30_000),
        type: 'turned',
        card: `${lesson}.c${low % 23}`,
        version: 1,
      }
}

const device = (seed: number): string => keyText(syncKeyOf(`device ${seed}`))

/** Two logs that share `common` events; the first has `here` of its own, the second `there`. */
function logsOf(
  common: number,
  here: number,
  there: number,
  seed: number,
): readonly [StoredEvent[], StoredEvent[]] {
  const make = (name: string, count: number) =>
    Array.from({ length: count }, (_, index) =>
      eventOf(`${name}-${index + 1}`, 1_700_000_000_000 + index * 40_000),
    )
  const both = make(device(seed), common)
  return [
    [...both, ...make(device(seed + 1), here)],
    [...both, ...make(device(seed + 2), there)],
  ]
}

const ids = (events: readonly StoredEvent[]): readonly string[] => events.map(({ id }) => id).sort()

/** Two devices talk until neither has a word left; gives both sides, and the codes each one showed. */
function talk(one: readonly StoredEvent[], other: readonly StoredEvent[]) {
  const sides: [Side, Side] = [sideOf(one), sideOf(other)]
  const codes: [number, number] = [0, 0]
  let speaker: 0 | 1 = 0
  let isTooMuch = false
  for (let said: Message | undefined = opening(sides[0]); said;) {
    const shown = codesOf(said)
    codes[speaker] += shown.length
    const listener: 0 | 1 = speaker === 0 ? 1 : 0
    const heard = shown.reduce<Read | undefined>(
      (before, code) => readCode(code, before?.is === 'waiting' ? before : undefined),
      undefined,
    )
    if (heard?.is !== 'message') throw new Error(`read ${JSON.stringify(heard)}`)
    const step = receive(sides[listener], heard.message)
    sides[listener] = step.side
    isTooMuch ||= step.isTooMuch
    said = step.reply
    speaker = listener
  }
  return { sides, codes, isTooMuch }
}

describe('coded symbols of a log', () => {
  it('name exactly the events that two logs do not share, whatever they share', () => {
    fc.assert(
      fc.property(fc.nat(400), fc.nat(12), fc.nat(12), fc.nat(10_000), (common, here, there, seed) => {
        const [one, other] = logsOf(common, here, there, seed)
        const [mine, theirs] = [one, other].map((log) => log.map(({ id }) => syncKeyOf(id))) as [never, never]
        const found = differenceOf(mine, symbolsOf(theirs, 0, 160))
        expect(found?.onlyHere.map(keyText)).toEqual(
          one
            .slice(common)
            .map(({ id }) => keyText(syncKeyOf(id)))
            .sort(),
        )
        expect(found?.onlyThere.map(keyText)).toEqual(
          other
            .slice(common)
            .map(({ id }) => keyText(syncKeyOf(id)))
            .sort(),
        )
      }),
      { seed: 11, numRuns: 60 },
    )
  })

  it('need at most twice as many symbols as events are missing, on average', () => {
    const needed = [20, 40].map((missing) => {
      const counts = Array.from({ length: 25 }, (_, seed) => {
        const [one, other] = logsOf(300, missing, 0, seed * 10)
        const keys = other.map(({ id }) => syncKeyOf(id))
        const mine = one.map(({ id }) => syncKeyOf(id))
        let count = missing
        while (differenceOf(mine, symbolsOf(keys, 0, count)) === undefined) count++
        return count / missing
      })
      return counts.reduce((sum, count) => sum + count, 0) / counts.length
    })
    for (const ratio of needed) expect(ratio).toBeLessThan(2)
  })

  it('too few of them are told from enough: they never name a wrong event', () => {
    const [one, other] = logsOf(200, 60, 0, 5)
    const mine = one.map(({ id }) => syncKeyOf(id))
    for (const count of [1, 10, 30, 55]) {
      expect(
        differenceOf(
          mine,
          symbolsOf(
            other.map(({ id }) => syncKeyOf(id)),
            0,
            count,
          ),
        ),
      ).toBeUndefined()
    }
  })

  it('come piece by piece as they come at once', () => {
    const keys = logsOf(100, 0, 0, 3)[0].map(({ id }) => syncKeyOf(id))
    expect([...symbolsOf(keys, 0, 20), ...symbolsOf(keys, 20, 30)]).toEqual(symbolsOf(keys, 0, 50))
  })
})

describe('a sync of two devices', () => {
  it('takes at most three codes each way for 20 missing events of 5,000', () => {
    for (const [here, there] of [
      [20, 0],
      [0, 20],
      [10, 10],
      [17, 3],
    ] as const) {
      const [one, other] = logsOf(5_000 - here - there, here, there, here * 7)
      const { sides, codes } = talk(one, other)
      const whole = ids(merge(one, other))
      expect(sides.map(({ events }) => ids(events))).toEqual([whole, whole])
      expect(Math.max(...codes)).toBeLessThanOrEqual(3)
    }
  })

  it('takes at most three codes each way for any 20 of 5,000, each from a page of its own, question ids and all', () => {
    const lessons = ['distributed-systems', 'cassandra-vs-mongodb', 'databases-for-ai', 'cassandra-repair']
    const names = ['how-many-may-crash', 'path-of-row-3', 'lost-after-marking', 'an-index-finds-most-of-it']
    // What a reader does in twenty visits: every page that's opened has a name of 16 random digits.
    const visit = (seed: number, index: number): StoredEvent => {
      const name = device(seed * 1000 + index)
      const [lesson, item] = [lessons[(seed + index) % 4]!, names[(seed * 3 + index) % 4]!]
      const stamp = {
        id: `${name}-${1 + (index % 30)}`,
        device: name,
        at: 1_760_000_000_000 + index * 86_234_567,
      }
      const happenings = [
        { type: 'graded', card: `${lesson}.${item}`, version: 1, grade: 'good' },
        {
          type: 'answered',
          question: `${lesson}.${item}`,
          version: 2,
          choice: item,
          right: index % 3 > 0,
          confidence: 'sure',
        },
        { type: 'read', lesson, section: `${item}-and-${item}` },
      ]
      return { ...stamp, ...happenings[index % 3]! } as StoredEvent
    }
    const both = logsOf(4_980, 0, 0, 77)[0]
    let most = 0
    for (let seed = 1; seed <= 24; seed++) {
      const apart = Array.from({ length: 20 }, (_, index) => visit(seed, index))
      const here = [20, 0, 10, 17][seed % 4]!
      const [one, other] = [
        [...both, ...apart.slice(0, here)],
        [...both, ...apart.slice(here)],
      ]
      const { sides, codes } = talk(one, other)
      const whole = ids(merge(one, other))
      expect(sides.map(({ events }) => ids(events))).toEqual([whole, whole])
      most = Math.max(most, ...codes)
    }
    expect(most).toBeLessThanOrEqual(3)
  })

  it('ends with both logs whole when each lacks dozens of the other’s events', () => {
    fc.assert(
      fc.property(fc.nat(200), fc.nat(45), fc.nat(45), fc.nat(9_999), (common, here, there, seed) => {
        const [one, other] = logsOf(common, here, there, seed)
        const { sides, isTooMuch } = talk(one, other)
        const whole = ids(merge(one, other))
        expect(isTooMuch).toBe(false)
        expect(sides.map(({ events }) => ids(events))).toEqual([whole, whole])
      }),
      { seed: 12, numRuns: 40 },
    )
  })

  it('says that the logs differ too much for codes, and loses nothing', () => {
    const [one, other] = logsOf(0, 400, 0, 8)
    const { sides, isTooMuch } = talk(one, other)
    expect(isTooMuch).toBe(true)
    expect(ids(sides[0].events)).toEqual(ids(one))
  })

  it('says nothing when nothing is missing', () => {
    const [log] = logsOf(50, 0, 0, 2)
    const { codes } = talk(log, log)
    expect(codes).toEqual([1, 0])
  })
})

describe('a code', () => {
  const message: Message = { kind: 'events', events: logsOf(120, 0, 0, 4)[0], wanted: [] }

  it('is read from its parts in any order, with line breaks in them', () => {
    const codes = codesOf(message)
    expect(codes.length).toBeGreaterThan(1)
    const read = [...codes]
      .reverse()
      .reduce<Read | undefined>(
        (before, code) =>
          readCode(
            `  ${code.slice(0, 50)}\n${code.slice(50)} `,
            before?.is === 'waiting' ? before : undefined,
          ),
        undefined,
      )
    expect(read).toEqual({ is: 'message', message })
  })

  it('that is cut, changed, newer or none says so', () => {
    const [code] = codesOf({ kind: 'more', from: 56 }) as [string]
    expect(readCode(code.slice(0, -3))).toEqual({ is: 'wrong', why: 'cut' })
    expect(readCode(code.replace(/.$/, (sign) => (sign === 'A' ? 'B' : 'A')))).toEqual({
      is: 'wrong',
      why: 'damaged',
    })
    expect(readCode(code.replace('AE1', 'AE2'))).toEqual({ is: 'wrong', why: 'newer' })
    expect(readCode('https://example.org')).toEqual({ is: 'wrong', why: 'no code' })
  })

  it('that would fill the memory is given up', () => {
    const bomb = { kind: 'events', events: [], wanted: [] } as const
    const bytes = encode({ ...bomb, events: [eventOf('a'.repeat(5_000_000))] })
    expect(bytes.length).toBeLessThan(20_000)
    expect(decode(bytes)).toBeUndefined()
    expect(decode(encode({ ...bomb, events: [eventOf('a'.repeat(500_000))] }))?.kind).toBe('events')
  })

  it('of any bytes never throws', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
        const read = decode(bytes)
        if (read) expect(decode(encode(read))).toEqual(read)
      }),
      { seed: 13, numRuns: 300 },
    )
  })
})
