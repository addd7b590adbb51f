import { expect, it } from 'vitest'
import { commasBetweenReferences } from '#site/reference-commas.ts'

const reference = (number: number) =>
  `<a class="reference" id="cite-${number}" href="#source-${number}"><span class="visually-hidden">Source </span>${number}</a>`
const note = (text: string) =>
  `<span class="note source" aria-hidden="true"><b>1</b> ${text}, <a href="https://x.org" tabindex="-1"><cite>T</cite></a> <span>deep</span>.</span>`
const marked = (page: string) => (commasBetweenReferences(page).match(/class="reference next"/g) ?? []).length

it('marks a reference that stands right behind another, and no other', () => {
  const [one, two, three] = [1, 2, 3].map(reference) as [string, string, string]
  expect(marked(`gap${one}${two}`)).toBe(1)
  expect(marked(`gap${one}\n ${two}${three}`)).toBe(2)
  expect(marked(`gap${one}${note('A')}${two}${note('B')}${three}`)).toBe(2)
  expect(marked(`the usual gap.${one} Another sentence.${two}`)).toBe(0)
  expect(marked(`gap${one}${note('A')}. More${two}`)).toBe(0)
  expect(marked(`a <a href="#x">link</a>${one}`)).toBe(0)
  expect(marked(`<span class="claim">words</span>${one}`)).toBe(0)
  expect(marked(`<span class="claim">words${one}</span>${two}`)).toBe(0)
})

it('changes nothing else', () => {
  const page = `<p>gap${reference(1)}${reference(2)} and${reference(3)}</p>`
  expect(commasBetweenReferences(page).replace('reference next', 'reference')).toBe(page)
})
