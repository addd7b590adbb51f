import { expect, test } from 'vitest'
import { courseOnOnePage } from '#build/paper/course.ts'
import { filled } from '#build/paper/integration.ts'

const page = (lesson: string, text: string) =>
  `<html><head><link rel="stylesheet" href="/_astro/${lesson}.css"></head><body><main>
  <header class="lesson-head"><h1>Heading of ${lesson}</h1><p class="asks">Why?</p></header>
  <article data-lesson="${lesson}">${text}</article></main></body></html>`
const one = page(
  'one',
  `<h2 id="first">First<a class="anchor" href="#first">#</a></h2>
  <p>A <button class="term" popovertarget="t">replica</button><span class="meaning" popover id="t">a copy</span>,
  see <a href="/base/lessons/two/#second">lesson 2</a>, <a href="/base/lessons/two/#gone">gone</a>,
  <a href="https://example.org/x">a text</a> and <a href="/base/glossary/">the glossary</a>.</p>
  <aside class="teacher-note" data-teacher-note="x">Only for teachers.</aside>
  <div class="question-place"><astro-island><form data-question="one.q"><fieldset><legend>How many?</legend>
  <div class="options"><label class="option"><input type="radio">Two</label><label class="option">Three</label></div>
  </fieldset><div class="actions"><button>Check</button></div></form></astro-island>
  <noscript><details><summary>s</summary><dl><div><dt>Correct: Three</dt><dd>Because.</dd></div></dl></details></noscript></div>
  <figure data-figure="f"><div class="cluster-stage"><svg width="92rem" height="20" viewBox="0 0 9 9"></svg></div>
  <div class="scrub"><button>Step</button></div></figure>
  <details><summary>Go deeper: more</summary><p>Deep.</p></details>`,
)
const two = page(
  'two',
  `<h2 id="second">Second</h2><div class="question-place"><form data-prediction="two.p"><fieldset><legend>Guess</legend></fieldset></form></div>
  <div class="question-place"><div data-revisit="two.p"><details><summary>What happened</summary><p>It broke.</p></details></div></div>`,
)
const lessons = [
  { slug: 'one', html: one },
  { slug: 'two', html: two },
]
const options = { base: '/base/', site: 'https://course.example' }

test('all lessons stand one after the other, without what only a screen can use', () => {
  const html = courseOnOnePage(lessons, options)
  expect(html).toContain('id="one--first"')
  expect(html).toContain('id="two--second"')
  expect(html).not.toMatch(/<button|<input|<script|astro-island|popover|Only for teachers|Step<|a copy/)
  expect(html).toContain('<p>Deep.</p>')
  expect(html).toContain('fit-40')
})

test('what scrolls is reached by keys, and what seven lessons have alike is no landmark', () => {
  const lesson = page(
    'one',
    `<h2 id="first">First</h2><aside aria-label="The story"><p>A kitchen.</p></aside>
    <section aria-label="Results"><p>All.</p></section><pre tabindex="0">const a = 1</pre>
    <div role="region" aria-label="Log" tabindex="0"><p>Lines.</p></div><p tabindex="0">No stop.</p>`,
  )
  const html = courseOnOnePage([{ slug: 'one', html: lesson }], options)
  expect(html).toMatch(/<aside [^>]*role="note"/)
  expect(html).toMatch(/<section [^>]*role="group"/)
  expect(html).toContain('<pre tabindex="0">const a = 1</pre>')
  expect(html).toMatch(/<div aria-label="Log" role="group" tabindex="0">/)
  expect(html).toContain('<p>No stop.</p>')
})

test('a drawing gets a box of its own only from lengths in pixels', () => {
  const lesson = page(
    'one',
    `<h2 id="first">First</h2><svg width="40" height="20"></svg><svg width="100%" height="200"></svg>`,
  )
  const html = courseOnOnePage([{ slug: 'one', html: lesson }], options)
  expect(html).toContain('<svg width="40" height="20" viewBox="0 0 40 20">')
  expect(html).toContain('<svg width="100%" height="200">')
})

test('a link to a lesson stays on the page, any other gets a number that the list explains', () => {
  const html = courseOnOnePage(lessons, options)
  expect(html).toContain('<a href="#two--second">lesson 2</a>')
  expect(html).toContain('<a>gone</a>')
  expect(html).toMatch(/a text<sup class="link-number">\[1\]<\/sup>/)
  expect(html).toMatch(/<li value="1" id="link-1"><a href="https:\/\/example.org\/x">/)
  expect(html).toContain('https://course.example/base/glossary/')
  const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
  expect(new Set(ids).size).toBe(ids.length)
  for (const [, anchor] of html.matchAll(/href="#([^"]+)"/g)) expect(ids).toContain(anchor)
})

test('answers and what became of predictions stand apart, after the last lesson', () => {
  const html = courseOnOnePage(lessons, options)
  const answers = html.indexOf('id="answers"')
  expect(html.indexOf('How many?')).toBeLessThan(answers)
  expect(html.indexOf('Because.')).toBeGreaterThan(answers)
  expect(html.indexOf('It broke.')).toBeGreaterThan(answers)
  expect(html).toMatch(/Question 1\. /)
  expect(html).toMatch(/Predict 2\. /)
})

test('the shell gets the lessons and their stylesheets, and loses its scripts but the theme’s', () => {
  const shell = `<html><head><script src="/theme.js"></script><script type="module" src="/a.js"></script></head><body><div data-whole-course><p>Later</p></div></body></html>`
  const html = filled(shell, lessons, options)
  expect(html).toContain('<link rel="stylesheet" href="/_astro/one.css">')
  expect(html).toContain('src="/theme.js"')
  expect(html).not.toMatch(/type="module"|Later/)
  expect(() => filled('<html></html>', lessons, options)).toThrow(/data-whole-course/)
})
