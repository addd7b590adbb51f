import 'fake-indexeddb/auto'
import { readFileSync } from 'node:fs'
import { openDB } from 'idb'
import { expect, it } from 'vitest'
import { renamedIn } from '#build/anchors.ts'
import { openLearner } from '#learner/learner.ts'
import { isRead } from '#learning/lesson.ts'
import { versioned } from '#learning/progress.ts'
import { openAnew } from '#storage/open.ts'

/**
 * The database of a reader of the site as it was on 23 November 2026: its own code wrote these rows, into a database of
 * its own. A reader who comes back has this in their browser, so today's code opens it as it stands.
 */
interface Profile {
  readonly database: string
  readonly version: number
  readonly stores: {
    readonly [name: string]: { readonly keyPath: string | string[]; readonly rows: readonly object[] }
  }
}
const profile = JSON.parse(
  readFileSync(new URL('profile-of-2026-11-23.json', import.meta.url), 'utf8'),
) as Profile

/** A lesson's sections by their addresses of today, each with its older ones. */
function itemsOf(lesson: string, sections: readonly string[]) {
  const formerly: Record<string, string[]> = {}
  for (const { from, to, carriesProgress } of renamedIn(lesson)) {
    if (carriesProgress) (formerly[to] ??= []).push(from)
  }
  return { lesson, sections, formerly, cells: [], questions: [], cards: [] }
}

it('a reader of an earlier build finds everything that they did, and adds to it', async () => {
  const before = await openDB(profile.database, profile.version, {
    upgrade: (database) => {
      for (const [name, { keyPath }] of Object.entries(profile.stores))
        database.createObjectStore(name, { keyPath })
    },
  })
  for (const [name, { rows }] of Object.entries(profile.stores))
    for (const row of rows) await before.put(name, row)
  before.close()

  const store = await openAnew()
  expect([store.kept, store.trouble]).toEqual(['kept', undefined])
  const learner = await openLearner(store)
  expect(await store.events.all()).toEqual(profile.stores['events']!.rows)

  // Sections have other addresses today: what was read stays read.
  const trees = [
    'a-missing-row-leaves-no-hole',
    'a-leaf-stands-for-a-key-range',
    'the-tree-saves-traffic-not-reading',
  ]
  for (const section of trees)
    expect(isRead(learner.progress(), itemsOf('merkle-trees', trees), section), section).toBe(true)
  const replicas = ['when-is-a-write-acknowledged', 'what-replicas-are-for-and-what-they-arent']
  expect(
    replicas.map((section) => isRead(learner.progress(), itemsOf('replicas', replicas), section)),
  ).toEqual([true, false])

  const { answered, ran, turned } = learner.progress()
  expect(answered.get(versioned('merkle-trees.path-up', 1))?.first).toMatchObject({
    choice: '4',
    right: true,
  })
  expect(answered.get(versioned('merkle-trees.roots-unlike', 1))?.first).toMatchObject({ right: false })
  expect(ran.get('merkle-trees')).toEqual(new Set(['hash-a-text']))
  expect(turned.has(versioned('merkle-trees.no-hole', 1))).toBe(true)
  expect(await store.drafts.get('merkle-trees', 'hash-a-text')).toEqual(profile.stores['drafts']!.rows[0])

  await learner.record({ type: 'ran', lesson: 'merkle-trees', cell: 'find-the-difference' })
  const later = await openAnew()
  const again = await openLearner(later)
  expect(await later.events.all()).toHaveLength(profile.stores['events']!.rows.length + 1)
  expect(again.progress().ran.get('merkle-trees')).toEqual(new Set(['hash-a-text', 'find-the-difference']))
})
