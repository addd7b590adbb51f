import fc from 'fast-check'
import { expect, it, vi } from 'vitest'
import { heldUnder } from '#engine/ring/held.ts'
import type { RingOptions } from '#engine/ring/options.ts'
import { cluster, runOf } from './ring.ts'

it('a disk has what was done to it last: a value, the tombstone of a delete, or nothing (oracle: the read at ALL)', () => {
  const step = fc.constantFrom('write', 'delete')
  fc.assert(
    fc.property(fc.array(step, { maxLength: 4 }), (steps) => {
      let story = cluster().at(0)
      steps.forEach((one, place) => {
        story = story.at(place * 1000)
        story = one === 'delete' ? story.delete('k', { level: 'ALL' }) : story.write('k', `${place}`, { level: 'ALL' }) // prettier-ignore
      })
      const scenario = story.at(9000).read('k', { level: 'ALL' })
      const { final, history } = runOf(scenario)
      const told = history.at(-1)!.output as { readonly value: unknown }
      const held = ['A', 'B', 'C'].map((node) =>
        heldUnder(final.get(node)?.disk, scenario.system.options as RingOptions, 'k'),
      )
      const expected = steps.length === 0 ? 'nothing' : steps.at(-1) === 'delete' ? 'tombstone' : 'value'
      expect(held).toEqual([expected, expected, expected])
      expect(told.value === null).toBe(expected !== 'value')
    }),
    { seed: 11, numRuns: 30 },
  )
  expect(heldUnder(undefined, cluster().system.options, 'k')).toBe('nothing')
})

it('a plan that states a rate for its disks fails where nothing plays them, instead of taking no time', async () => {
  // As in a bundle without disk.ts, which hands itself in.
  vi.resetModules()
  const { useDisk } = await import('#engine/ring/rates.ts')
  const node = { options: { streamBytesPerMs: 5, validationBytesPerMs: 0 } } as never
  const spent = (use: 'streamBytesPerMs' | 'validationBytesPerMs') => [...useDisk(node, use, 10)]
  expect(() => spent('streamBytesPerMs')).toThrow('streamBytesPerMs needs ring/disk.ts')
  expect(spent('validationBytesPerMs')).toEqual([])
})
