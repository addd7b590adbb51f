import { expect, it } from 'vitest'
import { renderToString } from 'preact-render-to-string'
import { PrintedCode } from '#components/cell/printed-code.tsx'

const code =
  "import { run } from 'engine'\n// #setup\nconst a = 1\nconst b = 2\n// #end\n\nconsole.log(a)\n// #value\nvalue('a', a)\n// #end"
const html = (text: string) =>
  renderToString(<PrintedCode pieces={text.split(/(?<= )/).map((piece, index) => ({ text: piece, className: index % 2 ? 'code-k' : '' }))} />) // prettier-ignore

it('numbers every line and folds what the author marked, and the text stays the code to the sign', () => {
  const printed = html(code)
  const text = printed.replace(/<[^>]*>/g, '').replaceAll('&#39;', "'").replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&amp;', '&') // prettier-ignore
  expect(text).toBe(code)
  expect([...printed.matchAll(/data-line="(\d+)"/g)].map(([, line]) => Number(line))).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]) // prettier-ignore
  expect(printed.match(/<summary[^>]*>/g)).toEqual([
    '<summary aria-label="2 lines of set-up" data-says="2 lines of set-up">',
    '<summary aria-label="1 line for the lesson’s text" data-says="1 line for the lesson’s text">',
  ])
})

it('leaves alone what is no whole region', () => {
  expect(html('// #setup\nconst a = 1')).not.toContain('<details')
})
