import { runLinked } from '#build/cells.ts'
import { partTable, runtime } from '#build/runtime.ts'
import { compile } from '#sandbox/compile.ts'
import { partsFor } from '#sandbox/engine-part.ts'

/** The data of the picture of this kind that a cell shows, run with the parts that such a cell gets and no others. */
export async function shownPicture<Data>(kind: string, source: string): Promise<Data> {
  const compiled = compile('main', source)
  if (!compiled.ok) throw new Error(compiled.error.message)
  const cells = [{ name: 'main', source, ...compiled }]
  const { text } = await runtime(partsFor(cells, partTable))
  const { items } = await runLinked(text, cells)
  const [picture] = items
  if (picture?.type !== 'picture' || picture.kind !== kind) throw new Error(JSON.stringify(items))
  return picture.data as unknown as Data
}
