import { describe, expect, it } from 'vitest'
import { bytesFromHex } from '#engine/hash/bytes.ts'
import { murmur3FirstWord } from '#engine/token/murmur3.ts'
import { highestToken, lowestToken, tokenOf } from '#engine/token/token.ts'

describe('tokenOf(key)', () => {
  it('reads text as its UTF-8 bytes', () => {
    expect(tokenOf('42:83940')).toBe(-4952151899487092931n)
    expect(tokenOf('42:83940')).toBe(tokenOf(bytesFromHex('34323a3833393430')))
  })

  it('moves a hash on the lowest token to the highest', () => {
    const key = bytesFromHex('20060acb868c02eb439d3ab85e9bab2e')
    expect(murmur3FirstWord(key, 0, 'signed')).toBe(lowestToken)
    expect(tokenOf(key)).toBe(highestToken)
  })

  it('leaves the lowest token to the empty key', () => {
    expect(tokenOf('')).toBe(lowestToken)
    expect(tokenOf(new Uint8Array())).toBe(lowestToken)
  })

  it('keeps the signed tail', () => {
    expect(tokenOf(bytesFromHex('8080808080808080808080'))).toBe(-3383336921300642366n)
  })
})
