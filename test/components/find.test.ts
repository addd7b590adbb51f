import { statSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { coursePassages, courseTable } from '#build/search.ts'
import { merged, type Hit } from '#components/find/hit.ts'
import { meaningMegabytes } from '#components/find/meaning.ts'

const hit = (href: string, by: Hit['by']): Hit => ({ href, title: href, kind: 'section', excerpt: [], by })

describe('what words and meaning found, as one list', () => {
  it('begins with what both found, and has each address once', () => {
    const words = ['/a', '/b', '/c'].map((href) => hit(href, 'words'))
    const meaning = ['/c', '/d', '/a'].map((href) => hit(href, 'meaning'))
    expect(merged(words, meaning).map(({ href, by }) => `${href} ${by}`)).toEqual([
      '/a both',
      '/c both',
      '/b words',
      '/d meaning',
    ])
  })

  it('is what one of them found where the other found nothing', () => {
    expect(merged([hit('/a', 'words')], [])).toEqual([hit('/a', 'words')])
    expect(merged([], [hit('/a', 'meaning')])).toEqual([hit('/a', 'meaning')])
  })
})

describe('the search by meaning', () => {
  it('fetches as much as it says, to a tenth of it', async () => {
    const passages = await coursePassages({ values: false })
    const files = ['static.bin', 'static.json'].map((file) => statSync(`content/vectors/${file}`).size)
    const dimensions = courseTable().vectors.dims
    const bytes = [JSON.stringify(passages).length, passages.length * dimensions, ...files].reduce(
      (sum, size) => sum + size,
    )
    expect(Math.abs(bytes / 1e6 - meaningMegabytes)).toBeLessThan(meaningMegabytes / 10)
  })
})
