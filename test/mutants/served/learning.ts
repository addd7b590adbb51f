import type { StoredEvent } from '#learning/event.ts'
import { tableOf } from './harness.ts'

interface Told {
  readonly effective: typeof import('#learning/effective.ts').effective
  readonly merge: typeof import('#learning/merge.ts').merge
  readonly number: typeof import('#learning/kinds/number.ts').number
  readonly progressOf: typeof import('#learning/progress.ts').progressOf
  readonly queueOf: typeof import('#learning/schedule/queue.ts').queueOf
  readonly usualCaps: typeof import('#learning/schedule/queue.ts').usualCaps
}

const stamped = (id: string, at: number, happening: object) =>
  ({ id, device: 'd', at, ...happening }) as StoredEvent
const read = (id: string, at = 1) => stamped(id, at, { type: 'read', lesson: 'l', section: id })
const undone = (id: string, event: string) => stamped(id, 2, { type: 'undone', event })
const answered = (id: string, at: number, right: boolean) =>
  stamped(id, at, { type: 'answered', question: 'l.q', version: 1, choice: id, right })

const exact = { value: 7, tolerance: 0, unit: 'nodes', reason: '', otherwise: '', mistakes: [] }

/** Today's queue of cards that nobody has seen: two of one idea, and one of another. */
function asked({ queueOf, usualCaps }: Told, newCards = usualCaps.newCards) {
  const card = (key: string, idea: string) => ({
    key,
    idea,
    lesson: 'l',
    standing: undefined,
    isMissed: false,
  })
  const cards = [card('a1', 'a'), card('a2', 'a'), card('b1', 'b')]
  const done = { newCards: 0, reviews: 0 }
  return queueOf(cards, { now: 1e12, offsetMinutes: 0 }, { ...usualCaps, newCards }, done).ask
}

export const learning = tableOf<Told>({
  entry: `
export { effective } from '#learning/effective.ts'
export { merge } from '#learning/merge.ts'
export { number } from '#learning/kinds/number.ts'
export { progressOf } from '#learning/progress.ts'
export { queueOf, usualCaps } from '#learning/schedule/queue.ts'
`,
  broken: [
    {
      what: 'an undo that was undone still counts',
      file: 'learning/effective.ts',
      find: 'if (!takenBack.has(undo)) takenBack.add(target)',
      replace: 'takenBack.add(target)',
      says: ({ effective }) => effective([read('a'), undone('b', 'a'), undone('c', 'b')]).map(({ id }) => id),
      sound: ['a', 'c'],
    },
    {
      what: 'a reset reaches what was done after it',
      file: 'learning/effective.ts',
      find: 'isEarlier(one, event) && reaches(reach, one)',
      replace: 'reaches(reach, one)',
      says: ({ progressOf }) => {
        const reset = stamped('r', 5, {
          type: 'reset',
          reach: 'everything',
          lesson: '',
          section: '',
          questions: [],
        })
        return [...(progressOf([read('before'), reset, read('after', 9)]).read.get('l') ?? [])]
      },
      sound: ['after'],
    },
    {
      what: 'two devices that meet end with different lists',
      file: 'learning/merge.ts',
      find: 'known === undefined || canonical(event) < canonical(known)',
      replace: 'known === undefined',
      says: ({ merge }) => {
        const [mine, theirs] = [[read('a', 1)], [read('a', 2)]]
        return JSON.stringify(merge(mine, theirs)) === JSON.stringify(merge(theirs, mine))
      },
      sound: true,
    },
    {
      what: 'the latest attempt counts as the first',
      file: 'learning/progress.ts',
      find: 'first: earlier(known?.first, attempt),',
      replace: 'first: known?.first ?? attempt,',
      says: ({ progressOf }) =>
        progressOf([answered('two', 2, true), answered('one', 1, false)]).answered.get('l.q@1')?.first.id,
      sound: 'one',
    },
    {
      what: 'a number that is exact is wrong where nothing is allowed to be off',
      file: 'learning/kinds/number.ts',
      find: 'Math.abs(value - key) <= tolerance',
      replace: 'Math.abs(value - key) < tolerance',
      says: ({ number }) =>
        ['7', '7.1'].map((typed) => number.grade(exact, typed)).map((one) => 'right' in one && one.right),
      sound: [true, false],
    },
    {
      what: 'two cards of one idea are asked on one day',
      file: 'learning/schedule/queue.ts',
      find: '!seen.has(idea) && Boolean(seen.add(idea))',
      replace: 'Boolean(seen.add(idea))',
      says: (told) => asked(told),
      sound: ['a1', 'b1'],
    },
    {
      what: 'a day holds more new cards than the reader allows',
      file: 'learning/schedule/queue.ts',
      find: '.slice(0, Math.max(0, caps.newCards - doneToday.newCards))',
      replace: '',
      says: (told) => asked(told, 1),
      sound: ['a1'],
    },
  ],
})
