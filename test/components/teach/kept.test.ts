import fc from 'fast-check'
import { expect, test } from 'vitest'
import { keptText, readKept } from '#components/teach/sco/kept.ts'

const kept = fc.dictionary(
  fc.stringMatching(/^[a-z][a-z-]{0,20}$/),
  fc.record({ version: fc.nat(50), right: fc.boolean(), choice: fc.string({ maxLength: 80 }) }),
  { maxKeys: 15 },
)

test('what a platform keeps of a lesson fits SCORM 1.2, and comes back', () => {
  fc.assert(
    fc.property(kept, (entries) => {
      const map = new Map(Object.entries(entries).map(([id, one]) => [`replicas.${id}`, one]))
      const text = keptText(map)
      expect(text.length).toBeLessThanOrEqual(4000)
      const back = readKept(text, 'replicas')
      expect([...back.keys()]).toEqual([...map.keys()])
      for (const [id, { version, right }] of map) expect(back.get(id)).toMatchObject({ version, right })
    }),
    { seed: 7 },
  )
})

test('whatever else a platform gives back is read as nothing', () => {
  for (const text of ['', 'null', '{}', '[2,[["a",1,1,"x"]]]', '[1,[["a"],[1,2,3,4],null]]', '<html>'])
    expect(readKept(text, 'replicas').size).toBe(0)
})
