import { describe, expect, it } from 'vitest'
import { bandwidthText, bytesText, counted, durationText, grouped, utf8Length } from '#figures/quantity.ts'

describe('numbers as the figures write them', () => {
  it('groups thousands', () => {
    expect([0, 999, 1000, 32_768, 1_048_576].map(grouped)).toEqual([
      '0',
      '999',
      '1,000',
      '32,768',
      '1,048,576',
    ])
    expect(grouped(1234.5)).toBe('1,234.5')
  })

  it('writes bytes in decimal units with three figures', () => {
    expect([0, 992, 2_097_120, 1_048_576, 999_600, 15_500].map(bytesText)).toEqual([
      '0 bytes',
      '992 bytes',
      '2.10 MB',
      '1.05 MB',
      '1.00 MB',
      '15.5 kB',
    ])
  })

  it('writes durations in the unit that a reader would use', () => {
    expect([0.4, 11.18, 40, 640, 207.8, 12_000, 125_000, 79_200_000].map(durationText)).toEqual([
      '0.4 ms',
      '11.2 ms',
      '40 ms',
      '640 ms',
      '208 ms',
      '12 s',
      '2 min 5 s',
      '22 h 0 min',
    ])
  })

  it('counts in words and in bytes', () => {
    expect(counted(1, 'slip')).toBe('1 slip')
    expect(counted(2_000, 'hash', 'hashes')).toBe('2,000 hashes')
    expect(bandwidthText(100)).toBe('100 Mbit/s')
    expect(bandwidthText(10_000)).toBe('10 Gbit/s')
    expect(utf8Length('naïve €')).toBe(10)
  })
})
