import { codeLimits, codeLink, type SharedCode } from '#links/code-link.ts'
import { linkLimits } from '#links/plan-link.ts'
import { copyRefused, linkCopied } from '#text/copying.ts'

/** Copies a link to all cells of the playground; gives what to say of it, as news or as trouble. */
export async function copyLinkToAll(
  code: SharedCode,
): Promise<{ readonly said: string } | { readonly trouble: string }> {
  if (code.cells.length > codeLimits.cells)
    return {
      trouble: `A link holds at most ${codeLimits.cells} cells. Share them one by one, or save a file.`,
    }
  const link = await codeLink(code)
  if (!link.ok) return { trouble: link.message }
  try {
    await navigator.clipboard.writeText(new URL(link.fragment, location.href).href)
    return {
      said: linkCopied(link.fragment.length - 1, linkLimits.characters),
    }
  } catch {
    return {
      trouble: copyRefused('Share a single cell instead: you can copy its link yourself.'),
    }
  }
}
