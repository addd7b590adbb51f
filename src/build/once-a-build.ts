/**
 * Reads once, or once for each `key`, while a site is built, when no file changes. The dev server and the tests read every time:
 * there an author's change has to be seen at once.
 */
export function onceABuild<Value, Key = void>(read: (key: Key) => Value): (key: Key) => Value {
  if (!import.meta.env?.PROD) return read
  const known = new Map<Key, Value>()
  return (key) => {
    if (!known.has(key)) known.set(key, read(key))
    return known.get(key) as Value
  }
}
