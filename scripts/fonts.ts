/*
 * Cuts the two voices (and the slanted one of the text, and its accents) to the characters and weights the site uses, into
 * src/styles/fonts. The cut files are committed: the build needs no font package, and a change shows in review.
 */
import { readFile, writeFile } from 'node:fs/promises'
// @ts-expect-error: the package brings no types; its one function is used in one place, below.
import subsetFont from 'subset-font'

const root = new URL('../', import.meta.url)
const packages = new URL('node_modules/@fontsource-variable/', root)

const ascii = Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index)).join('')
const quotesAndDashes = '\u00a0\u00ad\u2011–—‘’“”…'
const signs = '©·×−↑↓'
/** The accented letters of names: a file of their own, which only a page that has one of them loads. */
const accents = 'ÖÜáäåçèéíñóöøúü'

interface Cut {
  readonly from: string
  readonly to: string
  readonly characters: string
  readonly weight: number | { readonly min: number; readonly max: number }
  readonly features: string[]
}

const cuts: readonly Cut[] = [
  {
    from: 'source-serif-4/files/source-serif-4-latin-wght-normal.woff2',
    to: 'source-serif.woff2',
    characters: ascii + quotesAndDashes + signs,
    weight: { min: 400, max: 700 },
    // Without kerned pairs and ligatures: they would be a third of the largest file of a first visit.
    features: ['lnum', 'tnum'],
  },
  {
    from: 'source-serif-4/files/source-serif-4-latin-wght-normal.woff2',
    to: 'source-serif-accents.woff2',
    characters: accents,
    weight: { min: 400, max: 700 },
    features: ['kern'],
  },
  {
    from: 'source-serif-4/files/source-serif-4-latin-wght-italic.woff2',
    to: 'source-serif-italic.woff2',
    // Letters, and what stands between them. A slanted figure or bracket is the upright one, slanted.
    characters: ascii.replace(/[^a-zA-Z ,.?!-]/g, '') + '’',
    weight: 400,
    // Pairs of letters aren't kerned: a few slanted words don't repay a fifth of the file on a slow line.
    features: ['lnum'],
  },
  {
    from: 'figtree/files/figtree-latin-wght-normal.woff2',
    to: 'figtree.woff2',
    characters: ascii + quotesAndDashes + signs + 'äéöü',
    weight: { min: 400, max: 700 },
    features: ['tnum'],
  },
]

for (const { from, to, characters, weight, features } of cuts) {
  const whole = await readFile(new URL(from, packages))
  const cut = await subsetFont(whole, characters, {
    targetFormat: 'woff2',
    variationAxes: { wght: weight },
    keepFeatures: features,
    noHinting: true,
  })
  await writeFile(new URL(`src/styles/fonts/${to}`, root), cut)
  console.log(`${to}: ${cut.length} of ${whole.length} bytes, ${new Set(characters).size} characters`)
}
