import { expect, it } from 'vitest'
import { reportAddress } from '#learning/report.ts'

it('reportAddress(report) carries id, version, seed and choice, and survives a choice that is not plain', () => {
  const address = new URL(reportAddress({ id: 'merkle-trees.walk', version: 2, seed: 7, choice: 'a&b=#c' }))
  expect(address.searchParams.get('title')).toBe('Question merkle-trees.walk')
  const body = address.searchParams.get('body')
  for (const line of ['question: merkle-trees.walk', 'version: 2', 'seed: 7', 'choice: a&b=#c'])
    expect(body).toContain(line)
})
