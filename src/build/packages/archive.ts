import { strToU8, zipSync } from 'fflate'
import type { Zippable } from 'fflate'

/** Files of a package by their path in it. */
export type Files = Readonly<Record<string, string | Uint8Array>>

/** A moment that every entry has, so that the same course gives the same bytes. */
const mtime = new Date('2000-01-01T00:00:00')

/** A package as the bytes of a zip file. The paths in `stored` come first and uncompressed. */
export function archive(files: Files, stored: readonly string[] = []): Uint8Array {
  const entry = (path: string, level: 0 | 9): Zippable => {
    const content = files[path]
    if (content === undefined) throw new Error(`the package has no file "${path}"`)
    return { [path]: [typeof content === 'string' ? strToU8(content) : content, { level, mtime }] }
  }
  const rest = Object.keys(files).filter((path) => !stored.includes(path))
  return zipSync(
    Object.assign(
      {},
      ...stored.map((path) => entry(path, 0)),
      ...rest.map((path) => entry(path, 9)),
    ) as Zippable,
  )
}
