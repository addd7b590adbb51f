/** Whether a value from outside is a text. */
export const isText = (value: unknown): value is string => typeof value === 'string'

/** Whether a value from outside counts something: a whole number from 0 that a double holds exactly. */
export const isCount = (value: unknown): value is number =>
  Number.isSafeInteger(value) && (value as number) >= 0

/** Whether a value from outside is an object with named fields, and no list. */
export const isRecord = (value: unknown): value is { readonly [name: string]: unknown } =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
