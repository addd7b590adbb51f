import type { PlanLink } from './plan-link.ts'
import { brokenWords, linkLimits, open, seal, sealedIn } from './sealed.ts'

/** What a fragment held. `value` is checked by nobody yet. */
type ReadValue =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly isAbsent: boolean; readonly message: string }

/** Any value under a name: `#answer=2.LENGTH.CHECKSUM.PACKED`; or why it gets no link, said to the reader. */
export async function valueLink(name: string, value: unknown): Promise<PlanLink> {
  const sealed = await seal(value)
  const fragment = `#${name}=${sealed}`
  if (sealed !== undefined && fragment.length - 1 <= linkLimits.characters) return { ok: true, fragment }
  return {
    ok: false,
    message: `This is too long for a link, which holds at most ${linkLimits.characters} characters.`,
  }
}

/** Reads what {@link valueLink} wrote. Never throws, and never unpacks more than the limit. */
export async function readValueLink(name: string, fragment: string): Promise<ReadValue> {
  const { packed, isChanged } = sealedIn(fragment, name)
  if (isChanged) return { ok: false, isAbsent: false, message: brokenWords }
  if (packed === undefined)
    return { ok: false, isAbsent: true, message: 'This link carries nothing for this page.' }
  const opened = await open(packed)
  return opened.ok ? opened : { ok: false, isAbsent: false, message: opened.message }
}
