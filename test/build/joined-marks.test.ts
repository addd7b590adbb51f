import { expect, it } from 'vitest'
import { joinedMarks } from '#site/joined-marks.ts'

const term = '<button class="term" type="button" popovertarget="term-x-1">network partition</button>'
const meaning =
  '<span class="meaning" id="term-x-1" popover role="note"><b class="name">x</b> means <span>y</span>. <button class="close">Close</button></span>'
const node = '<span class="node node-A">A</span>'

it('holds a sign to the term or the node before it, and leaves the meaning where it opens', () => {
  expect(joinedMarks(`a ${term}\u2060${meaning}. Next`)).toBe(
    `a <span class="joined">${term}\u2060.</span>${meaning} Next`,
  )
  expect(joinedMarks(`hears ${node}\u2060, and`)).toBe(`hears <span class="joined">${node}\u2060,</span> and`)
})

it('changes nothing where a word follows', () => {
  for (const page of [
    `a ${term}\u2060${meaning} is`,
    `${node}\u2060 asks`,
    `${term}\u2060${meaning}<b>.</b>`,
  ])
    expect(joinedMarks(page)).toBe(page)
})
