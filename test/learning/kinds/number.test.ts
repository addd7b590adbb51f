import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { number } from '#learning/kinds/number.ts'
import { readTyped, readWhole } from '#learning/kinds/typed-number.ts'
import { base } from './question-base.ts'

const right = (verdict: ReturnType<typeof number.grade>) => ('right' in verdict ? verdict.right : verdict.ask)

describe('number', () => {
  const question = {
    ...base,
    kind: 'number' as const,
    tolerance: 2,
    unit: 'hashes',
    reason: 'one and two a level',
    otherwise: 'count again',
    mistakes: [{ answer: 16, reason: 'one a level', misconception: 'm' }],
  }
  const view = number.view(question, { key: 31 }, 0)

  it.each([
    ['31', true],
    ['29', true],
    ['33', true],
    ['28.9', false],
    ['33.1', false],
    ['-31', false],
  ])('grades %s with a tolerance of 2 about 31: %s', (typed, expected) =>
    expect(right(number.grade(view, typed))).toBe(expected),
  )

  it('answers a known mistake by its reason, any other by what was written for it', () => {
    expect(JSON.stringify(number.grade(view, '16'))).toContain('one a level')
    expect(JSON.stringify(number.grade(view, '99'))).toContain('count again')
  })

  it.each([
    ...['', 'many', '3 or 4', '--3', '1,23,4', '30 days', '.', '1.2.3', '1,2.3,4', '3 1/2', '1/2', '½', '3½'],
    // Several numbers, ranges, sums, other units, and what might be any of these.
    ...[
      '30 31',
      '3 2768',
      '97 ,03',
      '5 hashes or 6',
      '30-31',
      '30–31',
      '31±2',
      '<31',
      '>31',
      '2³',
      'H₂O',
      '5²',
    ],
    ...[
      '1e999',
      '0x1F',
      '31k',
      '3 million',
      '31 %',
      '12.34,5',
      '1234.567,8',
      '1_0000',
      "5'",
      'NaN',
      'Infinity',
    ],
    ...['31 hashes 5', '31 thousand hashes', '31 m', '€31', '∞', '\u200b', '5-', '+-5', '(31)', '31 = 31'],
  ])('asks for a number when given %j', (typed) =>
    expect(right(number.grade(view, typed))).toMatch(/Type (a|the) number/),
  )

  it.each([
    ['32 768', '', [32768]],
    ['32\u202f768', '', [32768]],
    ['32’768', '', [32768]],
    [' 1,000,000 ', '', [1000000]],
    ['1.000.000', '', [1000000]],
    ['12,34,567', '', [1234567]],
    ['1.234,5', '', [1234.5]],
    ['1,234.5', '', [1234.5]],
    ['32,768', '', [32768, 32.768]],
    ['32.768', '', [32.768, 32768]],
    ['0,640', '', [0.64]],
    ['0,64', '', [0.64]],
    ['.5', '', [0.5]],
    ['-,5', '', [-0.5]],
    ['\u22125', '', [-5]],
    ['+97', '%', [97]],
    ['97.', '%', [97]],
    ['97,', '%', [97]],
    ['97,03 %', '%', [97.03]],
    ['97.03%', '%', [97.03]],
    ['97 percent', '%', [97]],
    ['９７．０３', '%', [97.03]],
    ['٩٧', '%', [97]],
    ['~31', 'hashes', [31]],
    ['about 31 hashes.', 'hashes', [31]],
    ['1 hash', 'hashes', [1]],
    ['400ms', 'ms', [400]],
    ['3 Hours', 'hours', [3]],
    ['5 days', 'days after the order', [5]],
    ['1e3', 'ms', [1000]],
    // Signs as other keyboards have them: middle dot, ideographic stop and comma, Arabic separators, dashes, primes.
    ['97·03', '%', [97.03]],
    ['97。', '%', [97]],
    ['31、', 'hashes', [31]],
    ['９７．０３％', '%', [97.03]],
    ['٩٧٫٠٣٪', '%', [97.03]],
    ['٣٢٬٧٦٨', '', [32768]],
    ['৯৭', '%', [97]],
    ['๙๗', '%', [97]],
    ['\u20115', '', [-5]],
    ['\u2066\u200e97\u2069', '%', [97]],
    ['1´234´567', '', [1234567]],
    ["1'234'567.5", '', [1234567.5]],
    ['1_000_000', '', [1000000]],
    ['1 234,5', '', [1234.5]],
    ['12 345 678.25', '', [12345678.25]],
    ['1,00,000.5', '', [100000.5]],
    ['- 5', '', [-5]],
    ['%97', '%', [97]],
    ['97 Percent.', '%', [97]],
    ['97 p.c.', '%', [97]],
    ['“31”', 'hashes', [31]],
    ['= 31?', 'hashes', [31]],
    ['exactly 31 hashes', 'hashes', [31]],
    ['31 .', 'hashes', [31]],
    ['97..', '%', [97]],
    ['2,5 h', 'hours', [2.5]],
    ['2.5 hrs.', 'hours', [2.5]],
    ['400 milliseconds', 'ms', [400]],
    ['1 copy', 'copies', [1]],
    ['5 days after the order', 'days after the order', [5]],
    // Powers of ten are numbers; their raised digits are no digits of the number.
    ['10³', '', [1000]],
    ['10^3 ms', 'ms', [1000]],
    ['1.5 × 10^3', '', [1500]],
    ['2·10⁻³', '', [0.002]],
    ['1,5e3', '', [1500]],
  ])('reads %j in %j as %j', (typed, unit, readings) => expect(readTyped(typed, unit)).toEqual({ readings }))

  it('is never wrong for how a number is written: a reading that is right counts, and an unclear one is asked for', () => {
    const share = number.view({ ...question, unit: '%', tolerance: 0.1 }, { key: 97.0299 }, 0)
    for (const typed of ['97,03', '97,030', '97.03 %', '97,03 %', '９７，０３', '97.030', '+97,03'])
      expect(number.grade(share, typed)).toMatchObject({ right: true, choice: '97.03' })
    expect(number.grade(share, '97,525')).toEqual({
      ask: 'Do you mean 97525 or 97.525? Type it without a comma, please.',
    })
    const many = number.view({ ...question, tolerance: 0 }, { key: 32768 }, 0)
    for (const typed of ['32,768', '32.768', '32 768', '32768.'])
      expect(number.grade(many, typed)).toMatchObject({ right: true, choice: '32768' })
  })

  it('asks where it makes a difference whether noughts are decimals or thousands, and whether a share was meant', () => {
    const three = number.view({ ...question, tolerance: 0 }, { key: 3 }, 0)
    expect(number.grade(three, '3,000')).toEqual({
      ask: 'Do you mean 3000 or 3? Type it without a comma, please.',
    })
    expect(number.grade(three, '3.000')).toEqual({
      ask: 'Do you mean 3 or 3000? Type it without a point, please.',
    })
    expect(number.grade(three, '3.0')).toMatchObject({ right: true })
    expect(number.grade(three, '９７，５２５')).toMatchObject({
      ask: expect.stringContaining('97525 or 97.525'),
    })
    const share = number.view({ ...question, unit: '%', tolerance: 0.1 }, { key: 97.0299 }, 0)
    expect(number.grade(share, '0,9703')).toEqual({
      ask: 'Do you mean 0.9703% or 97.03%? Type it with its %, please.',
    })
    expect(number.grade(share, '0.9703 %')).toMatchObject({ right: false, choice: '0.9703%' })
    expect(number.grade(share, '0.5')).toMatchObject({ ask: expect.stringContaining('50%') })
  })

  it('shows a wrong answer of an earlier visit as it was, and never as a right one', () => {
    const many = number.view({ ...question, tolerance: 0 }, { key: 32768 }, 0)
    for (const typed of ['32.7680', '32.76', '0.5', '-3', '1e21', '1e-7']) {
      const verdict = number.grade(many, typed)
      if (verdict.ask !== undefined) throw new Error(verdict.ask)
      expect([verdict.right, number.grade(many, number.recall(verdict.choice))]).toEqual([false, verdict])
    }
  })

  it('reads any text as finite numbers or asks, and any number as its own text says', () => {
    const sign = fc.constantFrom(..."0123456789.,-+eE %'’_ ·½²٣５x×^/()".split(''), 'hashes', ' ')
    fc.assert(
      fc.property(fc.array(sign, { maxLength: 12 }), fc.constantFrom('', '%', 'hashes'), (signs, unit) => {
        const read = readTyped(signs.join(''), unit)
        if ('ask' in read) expect(read.ask).toMatch(/^Type /)
        else for (const reading of read.readings) expect(Number.isFinite(reading)).toBe(true)
      }),
      { seed: 51, numRuns: 3000 },
    )
    const value = fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }))
    fc.assert(
      fc.property(value, (one) => {
        const read = readTyped(String(one))
        expect('readings' in read && read.readings.some((reading) => reading === one)).toBe(true)
      }),
      { seed: 52, numRuns: 500 },
    )
  })

  it('reads a whole number for a setting in the same ways', () => {
    expect(['30', '３０', ' 30. ', '1 000', '٣٠'].map(readWhole)).toEqual([30, 30, 30, 1000, 30])
    expect(['1,5', '1,000', '', 'ten', '3 4'].map(readWhole)).toEqual(Array(5).fill(undefined))
  })

  it('tells an answer in eight figures at most, and says about when it left some out', () => {
    const long = number.view({ ...question, tolerance: 0.5, unit: '%', mistakes: [] }, { key: 90.43820750088044 }, 0) // prettier-ignore
    expect(number.reasons(long)[0]?.label).toBe('90.438208%, within 0.5')
    expect(number.grade(long, '90.4')).toMatchObject({
      right: true,
      reasons: [{ said: 'You typed 90.4; it’s about 90.438208%' }],
    })
    // Where nothing but the whole number counts as right, the whole number is told.
    const exact = number.view({ ...question, tolerance: 0, unit: '%', mistakes: [] }, { key: 90.43820750088044 }, 0) // prettier-ignore
    expect(number.reasons(exact)[0]?.label).toBe('90.43820750088044%')
  })

  it('quotes what was typed, and says exactly what the answer is', () => {
    const share = number.view({ ...question, unit: '%', tolerance: 0.1 }, { key: 97.0299 }, 0)
    expect(number.grade(share, '97,03')).toMatchObject({
      reasons: [{ said: 'You typed 97.03; exactly 97.0299%', isChosen: true }],
    })
    expect(number.grade(view, '31')).toMatchObject({ reasons: [{ label: '31\u00a0hashes' }] })
    expect(number.grade(view, '12')).toMatchObject({
      reasons: [{ label: '12\u00a0hashes' }, { label: '31\u00a0hashes, within 2' }],
    })
    const known = number.grade(view, '12')
    if (known.ask !== undefined) throw new Error(known.ask)
    expect(number.grade(view, number.recall(known.choice))).toEqual(known)
  })

  it('refuses a key that is no number, and a mistake that the tolerance makes right', () => {
    expect(() => number.view(question, { key: '31' }, 0)).toThrow(/expected a number as key, received "31"/)
    expect(() => number.view({ ...question, tolerance: 20 }, { key: 31 }, 0)).toThrow(
      /the mistake 16 is right/,
    )
  })
})
