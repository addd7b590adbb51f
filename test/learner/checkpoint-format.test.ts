import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { checkpointFormat } from '#learner/kept-mark.ts'

/** What decides what a log amounts to. */
const files = [
  'learning/event',
  'learning/event-shapes',
  'text/shapes',
  'learning/effective',
  'learning/part',
  'learning/progress',
  'learning/reviews',
  'learning/schedule/schedule',
  'learning/review/follow',
  'learning/exam/state',
  'learning/chosen',
]

it('what readers have as a checkpoint is what today’s code would make of their log', () => {
  const code = files.map((file) =>
    readFileSync(`src/${file}.ts`, 'utf8').replace(/\/\*[^]*?\*\/|\/\/.*|\s+/g, ''),
  )
  const { version } = JSON.parse(readFileSync('node_modules/ts-fsrs/package.json', 'utf8')) as {
    version: string
  }
  const hash = createHash('sha256')
    .update([...code, version].join('\n'))
    .digest('hex')
    .slice(0, 12)
  // Another hash: does an old log now amount to something else? Then raise `checkpointFormat`. Write both here.
  expect({ hash, checkpointFormat }).toEqual({ hash: 'bbb6ffad832c', checkpointFormat: 2 })
})
