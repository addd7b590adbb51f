import { describe, expect, it } from 'vitest'
import { errorName, errorText } from '#sandbox/error-text.ts'
import { innerErrors } from '#sandbox/inner-errors.ts'

describe('errorText(error)', () => {
  it('is the name of the class and the message', () => {
    expect(errorText(new RangeError('too far'))).toBe('RangeError: too far')
    expect(errorText(new Error())).toBe('Error: ')
  })

  it('calls no getter of the error’s own', () => {
    const error = Object.defineProperty(new Error('kept'), 'name', { get: () => 'read' })
    expect(errorName(error)).toBe('Error')
  })
})

describe('innerErrors(error)', () => {
  it('tells what caused an error, and what caused that', () => {
    const error = new Error('outer', { cause: new TypeError('middle', { cause: 'a text' }) })
    expect(innerErrors(error)).toEqual(['Caused by TypeError: middle', "Caused by 'a text'"])
  })

  it('tells each error of several by its number', () => {
    const error = new AggregateError([new Error('one'), new RangeError('two')])
    expect(innerErrors(error)).toEqual(['1 of 2: Error: one', '2 of 2: RangeError: two'])
  })

  it('ends where an error causes itself', () => {
    const error: Error & { cause?: unknown } = new Error('round')
    error.cause = error
    expect(innerErrors(error)).toEqual([])
  })
})
