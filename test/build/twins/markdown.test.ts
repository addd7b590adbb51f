import { describe, expect, it } from 'vitest'
import { twinOf } from '#build/twins/markdown.ts'

const page = (main: string) =>
  `<html><head><title>t</title><meta name="description" content="About."></head><body><main>${main}</main></body></html>`
const markdown = (main: string) => twinOf(page(main), 'test/').markdown

describe('the Markdown twin of a page', () => {
  it('has the page’s heading, and its title where there is none', () => {
    expect(twinOf(page('<h1>Replicas</h1><p>One.</p>'), 'p')).toMatchObject({
      title: 'Replicas',
      description: 'About.',
      markdown: '# Replicas\n\nOne.\n',
    })
    expect(markdown('<p>One.</p>')).toBe('# t\n\nOne.\n')
  })

  it('has a cell with its code and what it prints', () => {
    const cell = `<div data-cell="missed"><div class="cell-head"><button>Run</button></div>
      <pre><code><span>const</span> a = 1</code></pre><p class="cell-keys">Ctrl</p>
      <div data-output><div data-item="text"><span>one</span><span> 1</span></div>
      <div data-item="table"><table><thead><tr><th>k</th></tr></thead><tbody><tr><td>v</td></tr></tbody></table></div></div></div>`
    expect(markdown(cell)).toBe(
      '# t\n\n**Code: missed.ts**\n\n```ts\nconst a = 1\n```\n\nIt prints:\n\n```\none 1\n```\n\n| k |\n| - |\n| v |\n',
    )
  })

  it('has a question with its options and without its key', () => {
    const question = `<form data-question="a.b"><fieldset><legend>How many?</legend><label class="option"><input type="radio"><span>Two</span></label></fieldset>
      <button>Check</button></form><noscript><p>The answer is Two.</p></noscript>`
    expect(markdown(question)).toBe('# t\n\n**Question:** How many?\n\n- Two\n')
  })

  it('has a figure as its words, and refuses one that has none', () => {
    const figure = (words: string) =>
      `<figure data-figure="ring"><header><h3 class="title">A ring</h3></header><svg><text>x</text></svg>${words}</figure>`
    expect(
      markdown(
        figure('<details><summary>In words</summary><ol><li>A owns a third of the ring.</li></ol></details>'),
      ),
    ).toBe('# t\n\n**Figure: A ring**\n\n**In words**\n\n1. A owns a third of the ring.\n')
    expect(() => markdown(figure(''))).toThrow(/test\/: the figure "ring" has no text form/)
  })

  it('refuses an element that it has no rule for', () => {
    expect(() => markdown('<fancy-thing>x</fancy-thing>')).toThrow(/<fancy-thing> has no text form/)
  })

  it('sets apart by a space what a screen sets apart by room, and holds a list of names together', () => {
    expect(markdown('<p><span>500 ms</span><b>A</b></p>')).toBe('# t\n\n500 ms **A**\n')
    expect(markdown('<dl><dt>table 3</dt><dd>no nuts</dd><dt>thinks</dt><dd>B down</dd></dl>')).toBe(
      '# t\n\n- table 3: no nuts\n- thinks: B down\n',
    )
  })

  it('leaves no tag of ours in the text', () => {
    const text = markdown(
      '<p>A <astro-island><astro-slot><button class="term">quorum</button><span popover>…</span></astro-slot></astro-island> of 3<a class="reference" href="#s">[2]</a>.</p>',
    )
    expect(text).toBe('# t\n\nA quorum of 3 (2).\n')
  })
})
