import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { challengeNamed, challenges, readChallenge } from '#build/challenges.ts'

/** A copy of a whole challenge, changed. */
function changed(change: (folder: string) => void): () => unknown {
  const folder = join(mkdtempSync(join(tmpdir(), 'challenge-')), 'choose-r-and-w')
  mkdirSync(folder)
  cpSync(challengeNamed('choose-r-and-w').folder, folder, { recursive: true })
  change(folder)
  return () => readChallenge('replicas', folder)
}

test('the course has at least ten challenges, each with two known-bad answers or more', () => {
  expect(challenges().length).toBeGreaterThanOrEqual(10)
  for (const { id, bad, hints } of challenges()) {
    expect(bad.length, id).toBeGreaterThanOrEqual(2)
    expect(hints.length, id).toBeGreaterThanOrEqual(2)
  }
})

test('an author’s mistake says where, what was expected and received, and what to do', () => {
  expect(changed(() => {})).not.toThrow()
  expect(changed((folder) => rmSync(join(folder, 'solution.ts')))).toThrow(
    /expected a file solution\.ts, received none/,
  )
  expect(changed((folder) => writeFileSync(join(folder, 'bad-new.ts'), ''))).toThrow(
    /expected an entry "new".*Say why/,
  )
  expect(changed((folder) => rmSync(join(folder, 'challenge.yaml')))).toThrow(
    /challenge\.yaml: expected a file/,
  )
  expect(changed((folder) => writeFileSync(join(folder, 'challenge.yaml'), 'id: other\n'))).toThrow(
    /challenge\.yaml, .*received/,
  )
  expect(() => challengeNamed('no-such')).toThrow(
    /There is no challenge "no-such"\. Expected one of: .*merge-in-any-order/,
  )
})
