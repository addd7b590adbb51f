import { describe, expect, it } from 'vitest'
import { searchRecords } from '#build/search-records.ts'

const page = (main: string) => `<html><body><header>no</header><main>${main}</main></body></html>`

describe('what can be found of a page beside its sections', () => {
  it('has terms, questions, cards, figures, cells and sources, each under its own address or its section’s', () => {
    const html = page(`
      <dl><div id="quorum"><dt>quorum</dt><dd>More than half.</dd></div></dl>
      <h2 id="part">Part</h2>
      <form id="a.q" data-question="a.q"><fieldset><legend>How many?</legend></fieldset></form>
      <details id="a.c" data-card="a.c"><summary><span class="front">Why?</span></summary><div class="back"><p>So.</p></div></details>
      <figure data-figure="ring"><h3 class="title">The ring</h3><p>A owns it.</p></figure>
      <div data-cell="late-read"><pre>const a = 1</pre></div>
      <li id="source-x"><cite>Dynamo</cite></li>`)
    expect(searchRecords(html, '/lessons/a/').map(({ kind, url, title }) => [kind, url, title])).toEqual([
      ['term', '/lessons/a/#quorum', 'quorum'],
      ['question', '/lessons/a/#a.q', 'How many?'],
      ['card', '/lessons/a/#a.c', 'Why?'],
      ['figure', '/lessons/a/#part', 'The ring'],
      ['cell', '/lessons/a/#part', 'late read'],
      ['source', '/lessons/a/#source-x', 'Dynamo'],
    ])
    expect(searchRecords(html, '/x/').find(({ kind }) => kind === 'cell')?.text).toBe('const a = 1')
  })

  it('is nothing where a page has no main part', () => {
    expect(searchRecords('<p>x</p>', '/')).toEqual([])
  })
})
