// The language's own, taken before any cell runs: a cell may replace these, and its output must still be told as it is.

/** How a value's own properties and its class are looked up. */
export const { getOwnPropertyDescriptor, getPrototypeOf, keys } = Object

/** Whether a value is a list. */
export const { isArray } = Array

/** What every error inherits from. */
export const errorRoot = Error.prototype
