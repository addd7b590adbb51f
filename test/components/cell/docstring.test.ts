import { expect, it } from 'vitest'
import { docstringLead, docstringText } from '#components/cell/assist/docstring.ts'

const docs = [
  'What the client was told, in a word or two, so that a cell can',
  'print it:',
  '- a write: `acknowledged`',
  '- no answer: `timed out`. The outcome is unknown: the request may',
  '  have been carried out.',
  '',
  '`id` is the name in the {@link Plan plan}; see {@link Run}.',
].join('\n')

it('joins the lines that the source wrapped, and keeps paragraphs and list items apart', () => {
  expect(docstringText(docs)).toBe(
    [
      'What the client was told, in a word or two, so that a cell can print it:',
      '- a write: acknowledged',
      '- no answer: timed out. The outcome is unknown: the request may have been carried out.',
      '',
      'id is the name in the plan; see Run.',
    ].join('\n'),
  )
})

it('keeps each tag on a line of its own', () => {
  expect(docstringText('Plays a plan.\nthrows: PlanError\nreturns: the run')).toBe(
    'Plays a plan.\nthrows: PlanError\nreturns: the run',
  )
})

it('leads with the first paragraph only, so that the code above a call stays in view', () => {
  expect(docstringLead(docs)).toBe('What the client was told, in a word or two, so that a cell can print it.')
  expect(docstringLead('')).toBe('')
})
