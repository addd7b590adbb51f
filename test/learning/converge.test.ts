import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { isLearningEvent } from '#learning/event-shapes.ts'
import { stamper } from '#learning/stamp.ts'
import type { Happening, LearningEvent, StoredEvent } from '#learning/event.ts'
import { backupText, readBackup } from '#learning/backup.ts'
import { examsOf, examsPart } from '#learning/exam/state.ts'
import { merge } from '#learning/merge.ts'
import { follows, markOf, noMark } from '#learning/part.ts'
import { progressOf, progressPart } from '#learning/progress.ts'
import type { Progress } from '#learning/progress.ts'
import { reviewsPart } from '#learning/review/follow.ts'
import { reviewsOf } from '#learning/reviews.ts'
import type { Reviews } from '#learning/reviews.ts'
import { codesOf, readCode } from '#learning/sync/codes.ts'
import { opening, receive, sideOf } from '#learning/sync/session.ts'
import type { Side } from '#learning/sync/session.ts'
import { happening, start } from './happenings.ts'

/** A page that is open on a device: it carries on what it knows, as the page's own learner does. */
class Tab {
  readonly #device: Device
  readonly #stamp: (happening: Happening) => StoredEvent
  readonly #seen: StoredEvent[] = []
  #mark = noMark
  #parts: readonly [Progress, Reviews, readonly LearningEvent[]] | undefined

  constructor(name: string, device: Device, clock: () => number) {
    this.#device = device
    this.#stamp = stamper(name, clock, () => this.#mark.latest)
  }

  /** Another tab may not have heard of it yet when it writes itself. */
  write(happening: Happening): void {
    const log = this.#device.log
    // An undo takes back something that was done, wherever it was done.
    const event = this.#stamp(
      happening.type === 'undone' && log.length > 0
        ? { type: 'undone', event: log[Number(happening.event.slice(2)) % log.length]!.id }
        : happening,
    )
    this.#device.log = merge(this.#device.log, [event])
    this.#take([event])
  }

  /** Hears what the device holds by now. */
  look(): void {
    const known = new Set(this.#seen.map(({ id }) => id))
    this.#take(this.#device.log.filter(({ id }) => !known.has(id)))
    void this.state
  }

  #take(fresh: readonly StoredEvent[]): void {
    for (const event of [...fresh].sort((one, other) => one.at - other.at)) {
      const isNext = follows(this.#mark, event)
      this.#seen.push(event)
      if (!isNext) {
        this.#mark = markOf(this.#seen)
        this.#parts = undefined
      } else if (isLearningEvent(event)) {
        this.#mark = { ...this.#mark, latest: event.at }
        if (this.#parts === undefined) continue
        const [progress, reviews, exams] = this.#parts
        this.#parts = [
          progressPart.after(progress, event),
          reviewsPart.after(reviews, event),
          examsPart.after(exams, event),
        ]
      }
    }
  }

  /** What it shows: carried on since the whole log was last counted. */
  get state() {
    this.#parts ??= [progressPart.of(this.#seen), reviewsPart.of(this.#seen), examsPart.of(this.#seen)]
    return this.#parts
  }
}

/** A browser: one log, two tabs with a clock of their own each, and its side of a sync. */
class Device {
  log: readonly StoredEvent[] = []
  #side: Side = sideOf([])
  readonly tabs: readonly Tab[]

  constructor(name: string, clock: () => number) {
    this.tabs = [0, 1].map((tab) => new Tab(`${name}${tab}`, this, clock))
  }

  show(): readonly string[] {
    this.#side = sideOf(this.log)
    return codesOf(opening(this.#side))
  }

  /** Reads a message's codes; gives those it shows next. */
  hear(codes: readonly string[]): readonly string[] {
    const read = codes.map((code) => readCode(code)).at(-1)
    if (read?.is !== 'message')
      throw new Error(`expected a message in one code, read ${JSON.stringify(read)}`)
    const step = receive({ ...this.#side, events: this.log }, read.message)
    this.#side = step.side
    this.log = merge(this.log, step.gained)
    return step.reply === undefined ? [] : codesOf(step.reply)
  }

  save(): string {
    return backupText({ events: this.log, drafts: [] }, start)
  }

  open(file: string): void {
    const read = readBackup(file)
    if (!read.ok) throw new Error(read.why)
    this.log = merge(this.log, read.events)
  }
}

const which = fc.nat(1)
const step = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ do: fc.constant('write' as const), on: which, tab: which, happening }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('look' as const), on: which, tab: which }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('save' as const, 'show' as const), on: which }) },
  // A file or a code of any time before: it may be old, come twice, or never.
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constantFrom('open' as const, 'hear' as const),
      on: which,
      of: fc.nat(4),
    }),
  },
)

it('any interleaving of tabs, files and codes ends in one state on both devices (10,000 of them)', () => {
  const done = { write: 0, look: 0, save: 0, show: 0, open: 0, hear: 0 }
  fc.assert(
    fc.property(
      fc.array(step, { maxLength: 14 }),
      fc.integer({ min: -60_000, max: 60_000 }),
      fc.nat(7),
      (steps, offset, way) => {
        let now = start
        const devices = [new Device('a', () => now), new Device('b', () => now + offset)] as const
        const files: string[] = []
        const codes: (readonly string[])[] = []
        for (const one of steps) {
          now += 7
          const device = devices[one.on]!
          done[one.do] += 1
          if (one.do === 'write') device.tabs[one.tab]!.write(one.happening)
          if (one.do === 'look') device.tabs[one.tab]!.look()
          if (one.do === 'save') files.push(device.save())
          if (one.do === 'show') codes.push(device.show())
          if (one.do === 'open' && files[one.of] !== undefined) device.open(files[one.of]!)
          if (one.do === 'hear' && codes[one.of] !== undefined) {
            const reply = device.hear(codes[one.of]!)
            if (reply.length > 0) codes.push(reply)
          }
        }
        meet(devices, way === 0)
        const [one, other] = devices
        const whole = [progressOf(one.log), reviewsOf(one.log), examsOf(one.log)]
        // Far quicker than expect's own comparison, ten thousand times.
        if (!isDeepStrictEqual(other.log, one.log)) expect(other.log).toEqual(one.log)
        for (const tab of devices.flatMap(({ tabs }) => tabs)) {
          tab.look()
          const [progress, reviews, exams] = tab.state
          const now = [progress, reviews, examsOf(exams)]
          if (!isDeepStrictEqual(now, whole)) expect(now).toEqual(whole)
        }
      },
    ),
    { seed: 71, numRuns: 10_000 },
  )
  // Nothing of it was left to chance: each way was taken thousands of times.
  expect(Math.min(...Object.values(done))).toBeGreaterThan(2000)
}, 120_000)

/** In the end both devices have met once more, by a file each way or by codes until neither has a word left. */
function meet([one, other]: readonly [Device, Device], isByCode: boolean): void {
  if (!isByCode) {
    one.open(other.save())
    return other.open(one.save())
  }
  let [from, to] = [one, other]
  for (let said = from.show(); said.length > 0; [from, to] = [to, from]) said = to.hear(said)
}
