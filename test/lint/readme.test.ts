import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { mayImport } from '../../eslint.config.js'

const readme = readFileSync('README.md', 'utf8')

/** The README's table of folders, as the linter's own table would print it. */
const rows = Object.entries(mayImport as Record<string, readonly string[]>).map(
  ([folder, reach]) => [folder, reach.length === 0 ? 'itself' : [...reach].sort().join(', ')] as const,
)

test('the README tells who may import whom as the linter holds it', () => {
  const table = readme.slice(readme.indexOf('| folder'), readme.indexOf('A folder is crossed only by'))
  const printed = [...table.matchAll(/^\| ([\w]+) +\| ([^|]+?) *\|$/gm)]
    .map(([, folder, reach]) => [folder, reach!.split(', ').sort().join(', ')])
    .filter(([folder]) => folder !== 'folder')
  expect(printed).toEqual(rows.map((row) => [...row]))
})

test('the README’s map names every folder of src', () => {
  const map = readme.slice(readme.indexOf('## The folders'), readme.indexOf('| folder'))
  for (const folder of Object.keys(mayImport as object)) expect(map).toMatch(new RegExp(`\\b${folder}/`))
})
