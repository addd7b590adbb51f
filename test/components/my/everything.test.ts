import { expect, it } from 'vitest'
import { bringIn } from '#components/my/everything.ts'
import { openLearner } from '#learner/learner.ts'
import { backupText, readBackup } from '#learning/backup.ts'
import type { StoredEvent } from '#learning/event.ts'
import { memoryStore } from '#storage/memory.ts'

const events = Array.from(
  { length: 40 },
  (_, index) =>
    ({
      id: `o-${index}`,
      device: 'o',
      at: index,
      type: 'turned',
      card: `c${index}`,
      version: 1,
    }) as StoredEvent,
)
const drafts = [{ lesson: 'replicas', cell: 'late', starterHash: 'ab', text: 'theirs' }]

function backup(some: readonly StoredEvent[]) {
  const read = readBackup(backupText({ events: some, drafts }, 5))
  if (!read.ok) throw new Error(read.why)
  return read
}

it('a file is merged, told as it comes, and changes nothing when it’s opened again', async () => {
  const store = memoryStore('refused')
  const learner = await openLearner(store)
  await store.drafts.put({ ...drafts[0]!, text: 'mine' })
  const told: string[] = []
  const words = await bringIn(learner, backup([...events, events[0]!]), {
    told: (done, of) => told.push(`${done} of ${of}`),
  })
  expect(words).toBe(
    '40 answers and steps and 0 edited cells added. Your version was kept in 1 edited cell. The other versions are still in the file.',
  )
  expect(told).toEqual(['40 of 40'])
  expect((await store.drafts.get('replicas', 'late'))?.text).toBe('mine')
  expect(learner.progress().turned.size).toBe(40)
  expect(await bringIn(learner, backup(events))).toContain('0 answers and steps')
  expect(learner.progress().turned.size).toBe(40)
})

it('one that’s stopped half-way says how far it came, and the rest comes when it’s opened again', async () => {
  const store = memoryStore('refused')
  const learner = await openLearner(store)
  const half = {
    ...learner,
    // A store of a browser stops between two lots.
    add: async (all: readonly StoredEvent[]) => learner.add(all.slice(0, 25)),
  }
  expect(await bringIn(half, backup(events))).toBe(
    'Stopped: 25 of 40 answers and steps are in. Open the file again to add the rest.',
  )
  expect(learner.progress().turned.size).toBe(25)
  expect(await bringIn(learner, backup(events))).toBe(
    '15 answers and steps and 1 edited cell added. 25 were here already.',
  )
  expect(learner.progress().turned.size).toBe(40)
})
