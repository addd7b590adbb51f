/**
 * The whole course as a PDF: prints dist/course/ (OUT_DIR) with Chromium into the file named on the command line, or into
 * dist/packages/anti-entropy.pdf, and says how many sheets it takes. Fails when a block that can't be parted is higher
 * than half a sheet, or wider than one: it would leave the sheet before it half empty.
 */
import { existsSync, mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { chromium } from '@playwright/test'
import { findChromium } from './chromium.ts'
import { serve } from './serve.ts'

const folder = process.env.OUT_DIR ?? 'dist'
const file = process.argv[2] ?? `${folder}/packages/anti-entropy.pdf`
/** What is left of an A4 sheet between the margins of print.css, in CSS pixels. */
const sheet = { width: 672, height: 979 }

if (!existsSync(`${folder}/course/index.html`)) {
  console.error(`There is no ${folder}/course/ to print: run npm run build first.`)
  process.exit(1)
}
const { url, close } = await serve(folder, 0)
const browser = await chromium.launch({ executablePath: findChromium() })
try {
  const page = await browser.newPage({ viewport: sheet })
  await page.emulateMedia({ media: 'print' })
  await page.goto(`${url}course/`)
  await page.evaluate(() => document.fonts.ready)
  const { looked, faults } = await page.evaluate(({ width, height }) => {
    const blocks = '.figure svg, .cluster-stage, .paper-question, .paper-answer, .remember, .note, main tr'
    const all = [...document.querySelectorAll<HTMLElement>(blocks)]
    const found = all.flatMap((block) => {
      const box = block.getBoundingClientRect()
      const name = block.closest<HTMLElement>('[data-figure]')?.dataset['figure'] ?? block.className
      if (box.height > height / 2) return [`${name}: ${Math.round(box.height)} px high`]
      return box.right > width + 2
        ? [`${name}: reaches ${Math.round(box.right - width)} px beyond the sheet`]
        : []
    })
    return { looked: all.length, faults: found }
  }, sheet)
  mkdirSync(dirname(file), { recursive: true })
  const pdf = await page.pdf({ format: 'A4', path: file, outline: true, tagged: true })
  const sheets = pdf.toString('latin1').match(/\/Type\s*\/Page[^s]/g)?.length ?? 0
  console.log(`${file}: ${sheets} sheets, ${(pdf.length / 1e6).toFixed(1)} MB, ${looked} blocks measured`)
  if (faults.length > 0 || looked < 100) {
    console.error(
      `These don't fit half a sheet of ${sheet.width} x ${sheet.height} px:\n${faults.join('\n')}`,
    )
    process.exitCode = 1
  }
} finally {
  await browser.close()
  await close()
}
