import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Plan } from '#engine'
import {
  canRedo,
  canUndo,
  emptySession,
  momentMs,
  present,
  reduce,
  stepsTaken,
  type Action,
  type Played,
  type Session,
} from '#figures/cluster-bench/session.ts'

/** A run of which only the steps matter: each ends two events after the other. */
function played(steps: number): Played {
  const list = Array.from({ length: steps }, (_, step) => ({ index: 2 * step + 1, at: 10 * step }))
  return { plan: {} as Plan, outline: { hash: String(steps), steps: list } }
}

function after(...actions: readonly Action[]): Session {
  return actions.reduce((session, action) => reduce(session, action), emptySession<Played>())
}

const open: Action = { type: 'open', played: played(5), name: 'start' }
const edit = (name: string, shows = 5): Action => ({
  type: 'edit',
  played: played(8),
  name,
  editedAtMs: 21,
  shows,
})

test('a run opens at its end, or at the step of the event that a link names', () => {
  expect(present(after(open))?.at).toBe(9)
  expect(present(after({ ...open, at: 6 }))?.at).toBe(5)
  expect(present(after({ ...open, at: 10_000 }))?.at).toBe(9)
  expect(present(after({ ...open, at: 0 }))?.at).toBe(-1)
})

test('a run without a step has one moment, the start', () => {
  const session = after({ ...open, played: played(0) }, { type: 'step' }, { type: 'play' })
  expect([present(session)?.at, session.isPlaying]).toEqual([-1, false])
})

test('playing from the end begins at the start, goes from step to step, and stops at the end', () => {
  let session = after(open, { type: 'play' })
  const seen: number[] = []
  while (session.isPlaying) {
    seen.push(stepsTaken(present(session)!))
    session = reduce(session, { type: 'step' })
  }
  expect(seen).toEqual([0, 1, 2, 3, 4])
  expect([stepsTaken(present(session)!), momentMs(present(session)!)]).toEqual([5, 40])
})

test('a step back and a scrub stop the playing', () => {
  const session = after(open, { type: 'back' })
  expect(stepsTaken(present(session)!)).toBe(4)
  const scrubbed = reduce(reduce(session, { type: 'play' }), { type: 'seek', index: 4 })
  expect([scrubbed.isPlaying, present(scrubbed)?.at]).toEqual([false, 3])
})

describe('an edit', () => {
  test('grows a branch from the run that is shown and leaves that run where it was', () => {
    const session = after(open, { type: 'seek', index: 5 }, edit('crash B'))
    expect(session.branches.map(({ id, from, name, at }) => [id, from, name, at])).toEqual([
      [1, undefined, 'start', 5],
      [2, 1, 'crash B', 5],
    ])
    const old = reduce(session, { type: 'undo' })
    expect(present(old)).toMatchObject({ id: 1, at: 5 })
    expect(present(reduce(old, { type: 'redo' }))).toMatchObject({ id: 2, name: 'crash B' })
  })

  test('after an undo makes another branch, and the one that was undone stays in the list', () => {
    const session = after(open, edit('crash B'), { type: 'undo' }, edit('crash C'))
    expect(session.branches.map(({ name, from }) => [name, from])).toEqual([
      ['start', undefined],
      ['crash B', 1],
      ['crash C', 1],
    ])
    expect(canRedo(session)).toBe(false)
    expect(present(reduce(session, { type: 'visit', branch: 2 }))?.name).toBe('crash B')
  })

  test('puts out the lights of the run before', () => {
    expect(after(open, { type: 'light', events: [3] }, edit('crash B')).lit).toEqual([])
  })
})

const anyAction = fc.oneof(
  fc.constantFrom<Action>(open, { ...open, played: played(0) }, edit('x'), edit('y', 0)),
  fc
    .constantFrom('undo', 'redo', 'play', 'pause', 'step', 'back', 'start', 'end')
    .map((type) => ({ type }) as Action),
  fc.nat(20).map((index): Action => ({ type: 'seek', index })),
  fc.nat(6).map((branch): Action => ({ type: 'visit', branch })),
)

test('whatever is done, no branch is lost or changed, a step is always shown, and undo leads back', () => {
  fc.assert(
    fc.property(fc.array(anyAction, { maxLength: 40 }), (actions) => {
      let session = emptySession<Played>()
      for (const action of actions) {
        const before = session
        session = reduce(session, action)
        const kept = session.branches.slice(0, before.branches.length)
        expect(kept.map(({ at: _, ...rest }) => rest)).toEqual(
          before.branches.map(({ at: _, ...rest }) => rest),
        )
        const branch = present(session)
        if (branch === undefined) expect(session.branches).toEqual([])
        else expect([-1, ...branch.played.outline.steps.map(({ index }) => index)]).toContain(branch.at)
        const moves = action.type === 'visit' || action.type === 'edit' || action.type === 'open'
        if (moves && session !== before && canUndo(session))
          expect(present(reduce(session, { type: 'undo' }))?.id).toBe(present(before)?.id)
      }
    }),
    { seed: 5, numRuns: 300 },
  )
})
