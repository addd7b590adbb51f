import type { Action, Played, Session } from '#figures/cluster-bench/session.ts'
import { tableOf } from './harness.ts'

type Told = typeof import('#figures/cluster-bench/session.ts')

const steps = Array.from({ length: 5 }, (_, step) => ({ index: 2 * step + 1, at: 10 * step }))
const open = {
  type: 'open',
  played: { plan: {}, outline: { hash: '5', steps } } as unknown as Played,
  name: 'start',
} as const

/** The event that is shown, and whether it plays, after these actions on a run of five steps. */
function shownAfter({ emptySession, present, reduce }: Told, ...actions: readonly Action[]) {
  const session = [open, ...actions].reduce<Session>(
    (before, action) => reduce(before, action),
    emptySession(),
  )
  return [present(session)?.at, session.isPlaying]
}

export const figures = tableOf<Told>({
  entry: `export { emptySession, present, reduce } from '#figures/cluster-bench/session.ts'`,
  broken: [
    {
      what: 'a verdict lights what is yet to come, and the reader stays where it cannot be seen',
      file: 'figures/cluster-bench/session.ts',
      find: 'const isLater = last > (present(session)?.at ?? Infinity)',
      replace: 'const isLater = last > Infinity',
      says: (told) => shownAfter(told, { type: 'seek', index: 3 }, { type: 'light', events: [1, 7] }),
      sound: [7, false],
    },
    {
      what: 'a verdict takes the reader back to what it lights, though all of it is seen already',
      file: 'figures/cluster-bench/session.ts',
      find: 'const isLater = last > (present(session)?.at ?? Infinity)',
      replace: 'const isLater = true',
      says: (told) => shownAfter(told, { type: 'light', events: [3] }),
      sound: [9, false],
    },
    {
      what: 'playing goes on after the last step',
      file: 'figures/cluster-bench/session.ts',
      find: 'return now + 1 >= last ? { ...next, isPlaying: false } : next',
      replace: 'return next',
      says: (told) =>
        shownAfter(told, { type: 'seek', index: 7 }, { type: 'play' }, { type: 'step' }, { type: 'step' }),
      sound: [9, false],
    },
  ],
})
