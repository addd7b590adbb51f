import { createHash } from 'node:crypto'

/** How long the properties of a part may be to stand in the page itself, in characters as HTML writes them. */
const mostCharacters = 300

/** The opening tag of a part: what its attributes say may hold any sign but the quote. */
const island = /<astro-island(?:\s+[\w:-]+(?:="[^"]*")?)*\s*>/g

/**
 * The page with the long properties of its parts taken out of it, and these as files, by their names. Most of a page's
 * parts are never woken on a first visit, and what a figure needs to move is drawn in the page already: with the
 * properties in it a page of lesson 7 would be 5 KB longer. Only parts that wake when they're near are looked at,
 * because their directive (src/site/client-near.ts) brings the properties back.
 * @param prefix the address of the folder of the files, with a slash at its end
 */
export function withoutProps(
  page: string,
  prefix: string,
): { readonly page: string; readonly files: ReadonlyMap<string, string> } {
  const files = new Map<string, string>()
  const shorter = page.replace(island, (tag) => {
    if (!/ client="near"/.test(tag)) return tag
    return withoutNames(tag).replace(/ props="([^"]*)"/, (attribute, written: string) => {
      if (written.length <= mostCharacters) return attribute
      const text = unescaped(written)
      const name = `props.${createHash('sha256').update(text).digest('base64url').slice(0, 10)}.json`
      files.set(name, text)
      return ` data-props="${prefix}${name}"`
    })
  })
  return { page: shorter, files }
}

/**
 * A part's tag without what only the framework's messages and its other ways of waking use: a name, a second name for
 * a part that has a number, and that its way of waking was given no value.
 */
function withoutNames(tag: string): string {
  const short = tag.replace(/&quot;name&quot;:&quot;\w*&quot;,/, '').replace('{&quot;value&quot;:true}', '{}')
  return / data-preact-island-id="/.test(short) ? short.replace(/ uid="[^"]*"/, '') : short
}

const signs: Readonly<Record<string, string>> = {
  '&quot;': '"',
  '&#34;': '"',
  '&#38;': '&',
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&#39;': "'",
}

/** What an attribute says, as a browser reads it. */
function unescaped(attribute: string): string {
  return attribute.replace(/&(?:quot|amp|lt|gt|#3[489]);/g, (sign) => signs[sign] ?? sign)
}
