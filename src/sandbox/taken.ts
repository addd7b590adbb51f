// The language's own, taken before any cell runs: a cell may replace these, and its output must still be told as it is.
export const { getOwnPropertyDescriptor, getPrototypeOf, keys } = Object
export const { isArray } = Array
export const errorRoot = Error.prototype
