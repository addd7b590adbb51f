import ts from 'typescript'
import { beforeAll, expect, it } from 'vitest'
import { plainWords } from '#components/cell/assist/problem-words.ts'
import { declarations } from '#build/declarations.ts'
import { TypeService } from '#editor/types/service.ts'

let service: TypeService
beforeAll(() => {
  service = new TypeService(ts, declarations())
})

/** The first problem of a text, in our words. */
function said(text: string): string {
  service.set('try', text)
  const [problem] = service.problems('try')
  return plainWords(problem!.code, problem!.message)
}

it.each([
  [`import { anwser } from 'engine'`, /engine exports no anwser\. Did you mean answer\?/],
  [`import { zzz } from 'engine'`, /engine exports no zzz\./],
  [`import x from './nowhere'`, /'?\.\/nowhere'? can’t be imported/],
  [`consle.log(1)`, /There’s no consle here\. Did you mean console\?/],
  [`const a = missing`, /There’s no missing here/],
  [`[1].pusch(2)`, /There’s no pusch on number\[\]\. Did you mean push\?/],
  [`(1).foo`, /There’s no foo on 1\./],
  [`Math.sqrt()`, /This call takes 1 argument; it was given 0\./],
  [
    `import { plan, ring } from 'engine'\nplan(ring()).at(0).write('x', 1, { level: 'quorum' })`,
    /"quorum" isn’t allowed here.*QUORUM/,
  ],
  [
    `import { plan, ring } from 'engine'\nplan(ring({ hint: false }))`,
    /hint isn’t known here|'hint'|Did you mean hints/,
  ],
  [`const a: number = 'x'`, /string isn’t allowed here: it takes number\./],
] as const)('says of %j what is wrong, in plain words', (text, words) => {
  expect(said(text)).toMatch(words)
})

it('keeps TypeScript’s own words where it has no better ones', () => {
  expect(plainWords(9999, 'Something unheard of.')).toBe('Something unheard of.')
})
