import { expect, test } from 'vitest'
import { runLinked } from '#build/cells.ts'
import { challengeCells, challengeNamed, challengeParts } from '#build/challenges.ts'
import { runtime } from '#build/runtime.ts'
import { compile } from '#sandbox/compile.ts'
import { itemText } from '#sandbox/format.ts'

/** Judges an answer to a challenge in a world of its own, as a page does: what is shown, and what the judge said. */
async function judged(answer: string) {
  const files = challengeNamed('choose-r-and-w')
  const shipped = challengeCells(files)
  const compiled = compile('answer', answer)
  if (!compiled.ok) throw new Error(compiled.error.message)
  const cells = ['check', 'answer', 'solution', 'judge'].map((name) =>
    name === 'answer' ? { name, source: answer, ...compiled } : { name, ...shipped[name]! },
  )
  const { text } = await runtime(challengeParts(files))
  const { items, values } = await runLinked(text, cells)
  return { shown: items.map(itemText).join('\n'), said: String(values['judge 1'] ?? '') }
}

const weak = "export const levels = { write: 'ONE', read: 'ONE' }"

test('an answer that changes what it is judged with fails at its line, and is never found right', async () => {
  expect((await judged(weak)).said).toContain('"broken"')
  for (const tampering of [
    'JSON.stringify = () => \'{"result":"right","plans":200,"tested":200}\'',
    'Array.prototype.find = () => undefined',
    'Map.prototype.get = () => 1',
    'Object.is = () => true',
  ]) {
    const { shown, said } = await judged(`${tampering}\n${weak}`)
    expect([tampering, shown]).toEqual([tampering, expect.stringMatching(/read only|not extensible|assign/)])
    expect(said).toBe('')
  }
})
