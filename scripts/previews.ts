/**
 * Draws the pictures for link previews into public/previews: 1200 by 630, from our own SVG, in the course's two voices.
 * They're committed: the build stays quick and needs no drawing library, and a test says when one is out of date.
 */
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Resvg } from '@resvg/resvg-js'
// @ts-expect-error: the package brings no types; its one function is used in one place, below.
import subsetFont from 'subset-font'
import { previewDrawings, previewFolder, previewList } from '#build/previews/list.ts'

const characters =
  Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index)).join('') + '–—‘’“”…'

/** The fonts as the drawing library reads them: each weight a file of its own. */
async function fontFiles(folder: string): Promise<string[]> {
  const cuts = [
    ['figtree', 500],
    ['figtree', 650],
    ['figtree', 700],
    ['source-serif-4', 400],
  ] as const
  return Promise.all(
    cuts.map(async ([font, weight]) => {
      const whole = await readFile(
        `node_modules/@fontsource-variable/${font}/files/${font}-latin-wght-normal.woff2`,
      )
      const file = join(folder, `${font}-${weight}.ttf`)
      const options = { targetFormat: 'truetype', variationAxes: { wght: weight } }
      await writeFile(file, await subsetFont(whole, characters, options))
      return file
    }),
  )
}

const folder = await mkdtemp(join(tmpdir(), 'previews-'))
await mkdir(previewFolder, { recursive: true })
const drawn: Record<string, string> = {}
const font = { fontFiles: await fontFiles(folder), loadSystemFonts: false, defaultFontFamily: 'Figtree' }
for (const { name, svg, digest } of previewDrawings()) {
  const png = new Resvg(svg, { font }).render().asPng()
  await writeFile(join(previewFolder, `${name}.png`), png)
  drawn[name] = digest
  console.log(`${name}.png: ${png.length} bytes`)
}
await writeFile(previewList, `${JSON.stringify(drawn, null, 2)}\n`)
await rm(folder, { recursive: true })
