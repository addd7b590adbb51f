import { describe, expect, it } from 'vitest'
import { plan } from '#engine/core/plan/build.ts'
import { run } from '#engine/core/run.ts'
import { viewHash } from '#engine/checks/view.ts'
import { ring } from '#engine/ring/ring.ts'

describe('viewHash(run, node)', () => {
  const start = plan(ring({ replicas: 3 }), { seed: 7, until: 8_000 }).at(100)
  const asked = (world: typeof start) =>
    run(
      world
        .at(500)
        .write('k', 'v', { via: 'A', level: 'ALL' })
        .at(3000)
        .read('k', { via: 'A', level: 'QUORUM' }),
      {
        record: 'trace',
      },
    )
  const crashed = asked(start.crash('B'))
  const slow = asked(start.pause('B').at(7_000).resume('B'))

  it('is the same in two worlds that the node cannot tell apart: B crashed, B merely slow', () => {
    expect(viewHash(crashed, 'A', 7_000)).toBe(viewHash(slow, 'A', 7_000))
    expect(crashed.hash()).not.toBe(slow.hash())
  })

  it('differs as soon as the slow one is heard of again', () => {
    expect(viewHash(crashed, 'A')).not.toBe(viewHash(slow, 'A'))
    expect(viewHash(crashed, 'B', 7_000)).not.toBe(viewHash(slow, 'B', 7_000))
  })
})
