import { linkLimits, open, seal } from './sealed.ts'

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
  const sealed = /^#?(?:.*&)?sheet=([^&]*)/.exec(fragment)?.[1]
  if (sealed === undefined) return undefined
  const opened = await open(sealed)
  return opened.ok ? { ok: true, text: JSON.stringify(opened.value) } : { ok: false, message: opened.message }
}
