import { rowsOf, unpacked, type PackedHead } from '#engine/vectors/packed.ts'
import { CourseIndex, type CourseIndexOptions } from './course-index.ts'
import { tokenTable, type TokenTable } from './embed.ts'
import type { Passage } from './passage.ts'

/** Fetches the index of the course's passages; with `table`, also the token table that turns a question into a vector. */
export async function loadCourseIndex(
  address: (file: string) => string,
  options: CourseIndexOptions & { readonly table?: boolean } = {},
): Promise<CourseIndex> {
  const [{ passages, ...head }, packed, table] = await Promise.all([
    json<PackedHead & { readonly passages: readonly Passage[] }>(address('passages.json')),
    options.table === true ? bytes(address('passages.bin')) : undefined,
    options.table === true ? loadTable(address) : undefined,
  ])
  return new CourseIndex(passages, table, options, packed && rowsOf(unpacked(head, packed)))
}

/** The token table: about 600 KB on the wire. */
async function loadTable(address: (file: string) => string): Promise<TokenTable> {
  const [head, packed] = await Promise.all([
    json<PackedHead & { readonly tokens: readonly string[] }>(address('static.json')),
    bytes(address('static.bin')),
  ])
  return tokenTable(head, unpacked(head, packed))
}

async function json<T>(address: string): Promise<T> {
  return (await fetched(address)).json() as Promise<T>
}

async function bytes(address: string): Promise<Uint8Array> {
  return new Uint8Array(await (await fetched(address)).arrayBuffer())
}

async function fetched(address: string): Promise<Response> {
  const response = await fetch(address)
  if (!response.ok) throw new Error(`${address} answered ${response.status}`)
  return response
}
