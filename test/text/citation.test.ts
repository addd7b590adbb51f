import { describe, expect, it } from 'vitest'
import { citationBibtex, citationText } from '#text/citation.ts'

const cited = {
  slug: 'replicas',
  order: 2,
  title: 'Replicas & {quorums}_1',
  changed: '2026-11-05',
  address: 'https://example.org/lessons/replicas/',
}

describe('a citation', () => {
  it('names authors, year, title, place, day, licence and address in one line', () => {
    expect(citationText(cited)).toBe(
      'Anti-Entropy authors (2026). “Replicas & {quorums}_1”. Lesson 2 of Anti-Entropy: an interactive notebook of distributed systems, as of 5 November 2026. CC BY 4.0. https://example.org/lessons/replicas/',
    )
  })

  it('is an entry that BibTeX reads, whatever signs the title has', () => {
    expect(citationBibtex(cited)).toBe(
      [
        '@misc{anti-entropy-replicas,',
        '  author       = {{The Anti-Entropy authors}},',
        String.raw`  title        = {{Replicas \& quorums\_1}},`,
        '  howpublished = {Lesson 2 of Anti-Entropy: an interactive notebook of distributed systems},',
        '  year         = {2026},',
        '  note         = {As of 5 November 2026. CC BY 4.0},',
        '  url          = {https://example.org/lessons/replicas/},',
        '}',
      ].join('\n'),
    )
  })
})
