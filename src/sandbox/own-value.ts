import { getOwnPropertyDescriptor } from './taken.ts'

/** What a value itself holds under a key, without calling a getter; undefined where that's none of its own. */
export function ownValue(value: object, key: string): unknown {
  const found = getOwnPropertyDescriptor(value, key)
  return found !== undefined && 'value' in found ? found.value : undefined
}
