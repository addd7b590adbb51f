import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { keep, readKept } from '#build/kept.ts'

const folder = mkdtempSync(join(tmpdir(), 'kept-'))
afterAll(() => rmSync(folder, { recursive: true }))

it('gives back what was kept, and leaves nothing half written beside it', () => {
  const path = join(folder, 'deep', 'one.json')
  keep(path, { rows: [1, 2] })
  keep(path, { rows: [3] })
  expect(readKept(path)).toEqual({ rows: [3] })
  expect(readdirSync(join(folder, 'deep'))).toEqual(['one.json'])
})

it('knows nothing of a file that isn’t there or isn’t whole', () => {
  const path = join(folder, 'two.json')
  expect(readKept(path)).toBeUndefined()
  writeFileSync(path, '{"rows":[1,')
  expect(readKept(path)).toBeUndefined()
})
