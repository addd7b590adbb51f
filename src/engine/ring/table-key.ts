import { lowestToken, tokenOf, type Token } from '../token/token.ts'

/** Where a key lies. */
interface Place {
  readonly token: Token
  /** Its place in a table: its token, counted from the lowest, in 16 hex digits, then the key. */
  readonly text: string
}

/** Places of keys seen before, kept because the place is a pure function of the key. */
const places = new Map<string, Place>()

function place(key: string): Place {
  let found = places.get(key)
  if (found === undefined) {
    if (places.size > 200_000) places.clear()
    const token = tokenOf(key)
    const text = (token - lowestToken).toString(16).padStart(16, '0') + key
    places.set(key, (found = { token, text }))
  }
  return found
}

/** The token of a key, remembered for the next time. */
export function tokenOfKey(key: string): Token {
  return place(key).token
}

/** Where a key stands in a table: the order of tables is that of tokens. */
export function tableKeyOf(key: string): string {
  return place(key).text
}
