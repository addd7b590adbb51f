import { build } from 'esbuild'
import type { Browser, Page } from '@playwright/test'

/** Between two keys: a reader is no quicker. */
const settlingMs = 300

/** The block as Docusaurus' theme-live-codeblock puts it together: its provider, its editor, its preview. */
const block = `
import { createElement as h } from 'react'
import { createRoot } from 'react-dom/client'
import { LiveEditor, LiveError, LivePreview, LiveProvider } from 'react-live'
let root
globalThis.startBlock = (code) => {
  root?.unmount()
  root = createRoot(document.getElementById('block'))
  const parts = [h(LiveEditor, { key: 1 }), h(LivePreview, { key: 2, id: 'preview' }), h(LiveError, { key: 3 })]
  root.render(h(LiveProvider, { code, transformCode: (text) => text + ';' }, parts))
}`

/** Milliseconds of each round: from a cold start, from a start with all scripts there, and after an edit, from the key. */
export interface LiveBlockTimes {
  readonly cold: readonly number[]
  readonly warm: readonly number[]
  readonly edited: readonly number[]
}

/** Measures react-live, in the browser that measured ours, each time on the page's own clock. Nothing travels. */
export async function liveBlockTimes(browser: Browser, rounds: number): Promise<LiveBlockTimes> {
  const script = await bundled()
  const cold: number[] = []
  for (let round = 0; round < rounds; round++) {
    const page = await opened(browser)
    cold.push(await startToOutput(page, `<b>cold ${round}</b>`, script))
    await page.context().close()
  }
  const page = await opened(browser)
  await startToOutput(page, '<b>0</b>', script)
  const warm: number[] = []
  for (let round = 0; round < rounds; round++) warm.push(await startToOutput(page, `<b>warm ${round}</b>`))
  await startToOutput(page, '<b>1</b>')
  // The block makes its text editable a moment after it has shown its output.
  await page.waitForTimeout(settlingMs)
  await page.locator('#block [contenteditable]').click()
  await page.keyboard.press('End')
  for (let step = 0; step < '</b>'.length; step++) await page.keyboard.press('ArrowLeft')
  const edited: number[] = []
  for (let round = 0; round < rounds; round++) edited.push(await keyToOutput(page))
  await page.context().close()
  return { cold, warm, edited }
}

async function bundled(): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: block, resolveDir: process.cwd(), loader: 'js' },
    bundle: true,
    write: false,
    minify: true,
    format: 'iife',
    target: 'es2022',
    define: { 'process.env.NODE_ENV': '"production"' },
  })
  return outputFiles[0]!.text
}

async function opened(browser: Browser): Promise<Page> {
  const page = await (await browser.newContext()).newPage()
  await page.setContent('<!doctype html><html lang="en"><title>A live block</title><div id="block"></div>')
  return page
}

/** From the start of the block, its script included where it's given, to the preview's text. */
function startToOutput(page: Page, code: string, script?: string): Promise<number> {
  return page.evaluate(
    ([text, source]) =>
      new Promise<number>((resolve) => {
        const wanted = text.replace(/<[^>]*>/g, '')
        const start = performance.now()
        const watch = new MutationObserver(() => {
          if (document.getElementById('preview')?.textContent !== wanted) return
          watch.disconnect()
          resolve(performance.now() - start)
        })
        watch.observe(document.body, { childList: true, subtree: true, characterData: true })
        if (source !== undefined) {
          const element = document.createElement('script')
          element.textContent = source
          document.head.append(element)
        }
        ;(globalThis as unknown as { startBlock(code: string): void }).startBlock(text)
      }),
    [code, script] as const,
  )
}

/** From a key to the preview that shows it: such a block runs at each key, and has no Run. */
async function keyToOutput(page: Page): Promise<number> {
  const told = page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const before = document.getElementById('preview')?.textContent
        let start = 0
        addEventListener('keydown', () => (start = performance.now()), { capture: true, once: true })
        const watch = new MutationObserver(() => {
          if (document.getElementById('preview')?.textContent === before) return
          watch.disconnect()
          resolve(performance.now() - start)
        })
        // The block puts a new preview in the old one's place.
        watch.observe(document.body, { childList: true, subtree: true, characterData: true })
      }),
  )
  await page.waitForTimeout(settlingMs)
  await page.keyboard.press('1')
  return told
}
