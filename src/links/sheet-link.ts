import { brokenWords, linkLimits, open, seal, sealedIn } from './sealed.ts'

/** The fragment that opens a sheet (JSON text): `#sheet=` and the sealed JSON; undefined when it's too long for a link. */
export async function sheetLink(text: string): Promise<string | undefined> {
  const sealed = await seal(JSON.parse(text))
  return sealed === undefined || sealed.length > linkLimits.characters ? undefined : `#sheet=${sealed}`
}

/** The text of the sheet that a fragment carries; undefined without one, and why not where it can't be read. Never throws. */
export async function readSheetLink(
  fragment: string,
): Promise<
  { readonly ok: true; readonly text: string } | { readonly ok: false; readonly message: string } | undefined
> {
  const { packed, isChanged } = sealedIn(fragment, 'sheet')
  if (isChanged) return { ok: false, message: brokenWords }
  if (packed === undefined) return undefined
  const opened = await open(packed)
  return opened.ok ? { ok: true, text: JSON.stringify(opened.value) } : { ok: false, message: opened.message }
}
