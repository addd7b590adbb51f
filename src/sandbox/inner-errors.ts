import { inline } from './format.ts'
import { limits } from './limits.ts'
import { shortened } from './cut.ts'
import { ownValue } from './own-value.ts'
import { isError, errorText } from './error-text.ts'
import { describe } from './describe.ts'
import { isArray } from './taken.ts'

/** What caused an error and what it's made of, a line each, read without calling any code of the errors'. */
export function innerErrors(error: object, above: readonly object[] = []): readonly string[] {
  const lines: string[] = []
  const add = (before: string, inner: unknown) => {
    if (lines.length >= limits.innerErrors || above.length > 3 || inner === error) return
    const isOne = typeof inner === 'object' && inner !== null && isError(inner)
    lines[lines.length] = `${before}${isOne ? errorText(inner) : shortened(inline(describe(inner)))}`
    if (!isOne) return
    const deeper = innerErrors(inner, [...above, error])
    for (let index = 0; index < deeper.length && lines.length < limits.innerErrors; index++)
      lines[lines.length] = deeper[index]!
  }
  const cause = ownValue(error, 'cause')
  if (cause !== undefined) add('Caused by ', cause)
  const all = ownValue(error, 'errors')
  if (isArray(all))
    for (let index = 0; index < all.length && index < limits.innerErrors; index++)
      add(`${index + 1} of ${all.length}: `, all[index])
  return lines
}
