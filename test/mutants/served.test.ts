import { describe, expect, test } from 'vitest'
import { build } from './served/build.ts'
import { cells } from './served/cells.ts'
import { figures } from './served/figures.ts'
import { moduleOf, occurrences } from './served/harness.ts'
import { learning } from './served/learning.ts'
import { outline } from './served/outline.ts'
import { sandbox } from './served/sandbox.ts'
import { storage } from './served/storage.ts'

/** The layer that tells and serves: what stands between the engine and a reader. */
const tables = { build, cells, figures, learning, outline, sandbox, storage }

describe.each(Object.entries(tables))('in src/%s', async (_folder, { entry, broken }) => {
  const whole = await moduleOf(entry)
  test.each(broken)('it is noticed when $what', async ({ file, find, replace, says, sound }) => {
    expect(occurrences({ file, find }), `“${find}” in ${file}`).toBe(1)
    expect(await says(whole)).toEqual(sound)
    expect(await says(await moduleOf(entry, { file, find, replace }))).not.toEqual(sound)
  })
})
