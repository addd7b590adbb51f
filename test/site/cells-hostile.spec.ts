import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { attempt, unharmed, type Attempt } from './attempt.ts'
import { cellOn, openCell, withoutTypes } from './cell.ts'
import { kept } from './kept.ts'
import { at, expect, test } from './site.ts'

// Attempts break the policy on purpose, and the browser says so.
test.use({ mayComplain: true })
test.describe.configure({ timeout: 180_000 })

/** Someone on the network who must hear nothing. */
let listener: Server
let heard: string[] = []
let address = ''

test.beforeAll(async () => {
  listener = createServer((request, response) => {
    heard.push(`${request.method} ${request.url}`)
    response.setHeader('access-control-allow-origin', '*')
    response.end('export default 1')
  })
  listener.on('upgrade', (request, socket) => {
    heard.push(`upgrade ${request.url}`)
    socket.destroy()
  })
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve))
  address = `http://127.0.0.1:${(listener.address() as AddressInfo).port}/`
})

test.afterAll(() => void listener.close())

test.beforeEach(() => {
  heard = []
})

test('the listener hears what is really sent: the control of all that follows', async ({ browser }) => {
  const page = await (await browser.newContext()).newPage()
  await page.goto(`${address}page`)
  await page.evaluate((url) => fetch(`${url}control`), address)
  await page.evaluate(
    (url) => new Promise((done) => (new WebSocket(url.replace('http', 'ws')).onerror = done)),
    address,
  )
  expect(heard).toEqual(expect.arrayContaining(['GET /page', 'GET /control', 'upgrade /']))
})

const closed = /is closed here: /

test('no network: every way out is closed', async ({ page }) => {
  const cell = await openCell(page)
  await attempt(cell, [
    { does: 'fetch', code: `await fetch('${address}fetch')`, shows: closed },
    { does: 'fetch of the site', code: `await fetch('${at('/')}')`, shows: closed },
    { does: 'XHR', code: `new XMLHttpRequest().open('GET', '${address}xhr')`, shows: closed },
    { does: 'WebSocket', code: `new WebSocket('${address.replace('http', 'ws')}')`, shows: closed },
    { does: 'EventSource', code: `new EventSource('${address}events')`, shows: closed },
    {
      does: 'beacon',
      code: `navigator.sendBeacon('${address}beacon', 'x')`,
      shows: /navigator is not defined/,
    },
    { does: 'image', code: `new Image().src = '${address}image'`, shows: /Image is not defined/ },
    { does: 'WebTransport', code: `new WebTransport('${address}')`, shows: closed },
    { does: 'RTC', code: `new RTCPeerConnection()`, shows: closed },
    { does: 'importScripts', code: `importScripts('${address}script')`, shows: closed },
    { does: 'remote import', code: `import '${address}module.js'`, shows: /can’t be imported/ },
    { does: 'late remote import', code: `await import('${address}module.js')`, shows: /can’t be imported/ },
    {
      does: 'hidden import',
      code: `const at = '${address}m.js'\nawait import(at)`,
      shows: /can’t be imported|not/,
    },
    { does: 'data import', code: `import 'data:text/javascript,1'`, shows: /can’t be imported/ },
    {
      does: 'fetch of a fresh realm',
      code: `console.log(typeof ShadowRealm, typeof Worker.prototype?.postMessage)`,
      shows: /^undefined undefined$/,
      state: /done/,
    },
  ])
  expect(heard).toEqual([])
  await unharmed(cell)
})

test('no storage, no page, no other worker', async ({ page }) => {
  await withoutTypes(page)
  const cell = await openCell(page)
  const gone = (name: string): Attempt => ({
    does: name,
    code: `console.log(typeof ${name})\n${name}.x`,
    shows: new RegExp(`^undefined\\n.*${name} is not defined`),
    state: /failed/,
  })
  await attempt(cell, [
    ...['localStorage', 'sessionStorage', 'indexedDB', 'caches', 'cookieStore', 'navigator'].map(gone),
    ...['parent', 'top', 'window', 'document', 'self', 'location', 'opener', 'frames'].map(gone),
    { does: 'Worker', code: `new Worker('data:text/javascript,1')`, shows: closed },
    { does: 'SharedWorker', code: `new SharedWorker('x')`, shows: closed },
    { does: 'BroadcastChannel', code: `new BroadcastChannel('x')`, shows: closed },
    {
      does: 'prototype of the global',
      code: `let at = globalThis\nconst found = []\nwhile ((at = Object.getPrototypeOf(at))) found.push(...Object.getOwnPropertyNames(at))\nconsole.log(found.filter((name) => /fetch|indexedDB|caches|import|close/.test(name)).join() || 'nothing')`,
      shows: /^nothing$/,
      state: /done/,
    },
  ])
  await unharmed(cell)
})

test('no code from text, in any disguise', async ({ page }) => {
  await withoutTypes(page)
  const cell = await openCell(page)
  await attempt(cell, [
    { does: 'eval', code: `eval('1')`, shows: closed },
    { does: 'indirect eval', code: `const e = globalThis['ev' + 'al']\n;(0, e)('1')`, shows: closed },
    { does: 'Function', code: `new Function('return 1')()`, shows: closed },
    { does: 'constructor', code: `(() => {}).constructor('return 1')()`, shows: closed },
    { does: 'async constructor', code: `(async () => {}).constructor('return 1')()`, shows: closed },
    { does: 'generator constructor', code: `(function* () {}).constructor('return 1')()`, shows: closed },
    { does: 'async generator', code: `(async function* () {}).constructor('return 1')()`, shows: closed },
    { does: 'by a class', code: `class A {}\nA.constructor('return 1')()`, shows: closed },
    { does: 'by Reflect', code: `Reflect.construct(Object.constructor, ['return 1'])()`, shows: closed },
    { does: 'timer of text', code: `setTimeout('console.log(1)', 0)`, shows: /takes a function, not a text/ },
  ])
  await unharmed(cell)
})

test('the policy and the origin hold even where the prelude is not', async ({ page }) => {
  const cell = await openCell(page)
  await cell.run()
  const script = `
    const attempts = {
      fetch: () => fetch('${address}fetch', { mode: 'no-cors' }),
      fetchSite: () => fetch('${at('/')}', { mode: 'no-cors' }),
      xhr: () => new Promise((yes, no) => { const x = new XMLHttpRequest(); x.open('GET', '${address}xhr'); x.onload = yes; x.onerror = () => no('error'); x.send() }),
      webSocket: () => new Promise((yes, no) => { const s = new WebSocket('${address.replace('http', 'ws')}'); s.onopen = yes; s.onerror = () => no('error') }),
      eventSource: () => new Promise((yes, no) => { const s = new EventSource('${address}events'); s.onopen = yes; s.onerror = () => no('error') }),
      importScripts: async () => importScripts('${address}script'),
      import: () => import('${address}module.js'),
      importData: () => import('data:text/javascript,1'),
      eval: async () => eval('1'),
      Function: async () => new Function('return 1')(),
      indexedDB: () => new Promise((yes, no) => { const o = indexedDB.open('anti-entropy'); o.onsuccess = yes; o.onerror = () => no('error') }),
      caches: () => caches.open('x'),
      nestedFetch: () => new Promise((yes, no) => {
        const inner = "fetch('${address}nested', { mode: 'no-cors' }).then(() => postMessage('sent'), () => postMessage('refused'))"
        const worker = new Worker(URL.createObjectURL(new Blob([inner])))
        worker.onmessage = ({ data }) => data === 'sent' ? yes() : no(data)
        worker.onerror = () => no('error')
      }),
    }
    ;(async () => {
      const outcomes = {}
      for (const [name, make] of Object.entries(attempts)) {
        try { await make(); outcomes[name] = 'succeeded' } catch { outcomes[name] = 'refused' }
      }
      postMessage(outcomes)
    })()`
  const outcomes = await page.evaluate(
    (text) =>
      new Promise<Record<string, string>>((resolve) => {
        const frame = document.querySelector<HTMLIFrameElement>('iframe[sandbox]')!
        addEventListener('message', ({ source, data }: MessageEvent<{ run: number; message: object }>) => {
          if (source === frame.contentWindow && data.run === 999)
            resolve(data.message as Record<string, string>)
        })
        frame.contentWindow?.postMessage({ type: 'run', run: 999, script: text, messages: 5 }, '*')
      }),
    script,
  )
  expect(Object.keys(outcomes)).toHaveLength(13)
  for (const [name, outcome] of Object.entries(outcomes)) expect(outcome, name).toBe('refused')
  expect(heard).toEqual([])
  await expect(page.locator('iframe[sandbox]')).toHaveAttribute('sandbox', 'allow-scripts')
})

test('forged messages change nothing but the cell’s own output', async ({ page }) => {
  await withoutTypes(page)
  const cell = await openCell(page)
  await attempt(cell, [
    { does: 'postMessage', code: `postMessage({ type: 'done' })`, shows: closed },
    { does: 'self.onmessage', code: `globalThis.onmessage = () => {}\nconsole.log('deaf')`, shows: /^deaf$/ },
  ])
  // The page hears only its own frame: a window message from the page itself, or of another shape, is nobody's.
  await page.evaluate(() => {
    postMessage({ run: 1, message: { type: 'item', item: { type: 'notice', text: 'forged' } } }, '*')
    postMessage({ run: 2, message: { type: 'done' } }, '*')
    postMessage('junk', '*')
  })
  await expect(cell.output).not.toContainText('forged')
  await cell.write("console.log('one')\nfor (;;) {}")
  await cell.button('Run').click()
  await expect(cell.root).toHaveAttribute('data-state', 'running')
  await page.evaluate(() => postMessage({ run: 3, message: { type: 'done' } }, '*'))
  await expect(cell.root).toHaveAttribute('data-state', 'stopped')
  await unharmed(cell)
})

test('progress and drafts are where no cell can reach them', async ({ page }) => {
  await withoutTypes(page)
  const cell = await openCell(page)
  await cell.write("console.log('mine to keep')")
  await kept(page, 'drafts', 'mine to keep')
  const hostile = cellOn(page, 'find-the-difference')
  await hostile.root.scrollIntoViewIfNeeded()
  await hostile.write(
    "try { indexedDB.deleteDatabase('anti-entropy') } catch (error) { console.log(String(error)) }\nconsole.log('tried')",
  )
  await hostile.run()
  await expect(hostile.output).toContainText('indexedDB is not defined')
  await expect(hostile.output).toContainText('tried')
  await page.reload()
  await cell.root.scrollIntoViewIfNeeded()
  await expect(cell.root.locator('.cm-content')).toContainText('mine to keep')
})
