import { expect, it } from 'vitest'
import { fixedSpaces } from '#site/fixed-spaces.ts'

it('holds a number to its unit, and leaves code, names and attributes alone', () => {
  expect(fixedSpaces('<p title="40 ms">takes 40 ms, or 3 s</p>')).toBe(
    '<p title="40 ms">takes 40\u00a0ms, or 3\u00a0s</p>',
  )
  for (const page of [
    '<p>4 strings in 3 sets, 2 m-trees</p>',
    '<pre>wait 40 ms</pre><p>x</p>',
    '<div class="cell-line log"><span>took 0.17 s</span></div>',
    '<p><code>sleep 3 s</code></p><script>const a = "40 ms"</script>',
  ])
    expect(fixedSpaces(page)).toBe(page)
  expect(fixedSpaces('<code>1 s</code> is 1 s<pre>2 s</pre>2 s')).toBe(
    '<code>1 s</code> is 1\u00a0s<pre>2 s</pre>2\u00a0s',
  )
})

it('holds a formula together, as text and as HTML, and leaves a dash and a sentence alone', () => {
  expect(fixedSpaces('<p>If W = R = 1, or W + R &gt; N: 2 + 2 > 3</p>')).toBe(
    '<p>If W\u00a0=\u00a0R\u00a0=\u00a01, or W\u00a0+\u00a0R\u00a0&gt;\u00a0N: 2\u00a0+\u00a02\u00a0>\u00a03</p>',
  )
  for (const page of ['<p>write x = 5, QUORUM = two of three</p>', '<code>W + R &gt; N</code>'])
    expect(fixedSpaces(page)).toBe(page)
})
