import { expect, it } from 'vitest'
import { reportAddress, reportText } from '#learning/report.ts'

const report = { id: 'merkle-trees.walk', version: 2, seed: 7, choice: 'a&b=#c' }
const lines = ['question: merkle-trees.walk', 'version: 2', 'seed: 7', 'choice: a&b=#c']

it('a report says id, version, seed and choice', () => {
  for (const line of lines) expect(reportText(report).split('\n')).toContain(line)
  expect(reportText({ ...report, choice: undefined })).toContain('choice: none yet')
})

it('the filled form carries the report, keeps what the address had, and survives a choice that is not plain', () => {
  const address = new URL(reportAddress('https://example.org/issues/new?labels=question', report))
  expect(address.searchParams.get('labels')).toBe('question')
  expect(address.searchParams.get('title')).toBe('Question merkle-trees.walk')
  for (const line of lines) expect(address.searchParams.get('body')).toContain(line)
})
