import { getter } from './slots.ts'
import { shortened } from './cut.ts'
import { getOwnPropertyDescriptor } from './taken.ts'

/** The text of a pattern; throws on what is none. */
export const patternSource = getter(RegExp.prototype, 'source')

const patternFlags = (
  [
    ['hasIndices', 'd'],
    ['global', 'g'],
    ['ignoreCase', 'i'],
    ['multiline', 'm'],
    ['dotAll', 's'],
    ['unicode', 'u'],
    ['unicodeSets', 'v'],
    ['sticky', 'y'],
  ] as const
).flatMap(([name, letter]) =>
  getOwnPropertyDescriptor(RegExp.prototype, name) === undefined
    ? []
    : [{ isSet: getter(RegExp.prototype, name), letter }],
)

/** A pattern as it's written: `/source/flags`, read without calling any code of the cell's. */
export function patternText(value: object): string {
  let flags = ''
  for (let index = 0; index < patternFlags.length; index++) {
    const flag = patternFlags[index]!
    if (flag.isSet(value) === true) flags += flag.letter
  }
  return `/${shortened(patternSource(value) as string)}/${flags}`
}
