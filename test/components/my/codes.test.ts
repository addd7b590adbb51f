import decodeQR from 'qr/decode.js'
import encodeQR from 'qr'
import { expect, it } from 'vitest'
import type { StoredEvent } from '#learning/event.ts'
import { codesOf } from '#learning/sync/codes.ts'
import { opening, sideOf } from '#learning/sync/session.ts'

/** The code as a camera would see it: each module four pixels wide, black on white. */
function picture(code: string) {
  const modules = encodeQR(code, 'raw', { ecc: 'low', border: 2 })
  const scale = 4
  const size = modules.length * scale
  const data = new Uint8Array(size * size * 4).fill(255)
  for (let y = 0; y < size; y++)
    for (let x = 0; x < size; x++)
      if (modules[Math.floor(y / scale)]![Math.floor(x / scale)])
        data.fill(0, (y * size + x) * 4, (y * size + x) * 4 + 3)
  return { width: size, height: size, data }
}

it('every code of a sync, the largest too, is read back from its picture by the same library', () => {
  const events = Array.from({ length: 60 }, (_, index): StoredEvent => {
    const card = `replicas.card-${(index * 7919) % 97}`
    return { id: `${(index * 2654435761).toString(16)}-${index}`, device: 'd', at: index * 12_345, type: 'turned', card, version: 1 } // prettier-ignore
  })
  const codes = [
    ...codesOf(opening(sideOf(events))),
    ...codesOf({ kind: 'events', events, wanted: [] }),
    ...codesOf({ kind: 'more', from: 56 }),
  ]
  expect(codes.length).toBeGreaterThan(3)
  expect(Math.max(...codes.map(({ length }) => length))).toBeGreaterThan(900)
  for (const code of codes) expect(decodeQR(picture(code))).toBe(code)
})
