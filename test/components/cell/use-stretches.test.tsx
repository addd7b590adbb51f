// @vitest-environment happy-dom
import { render } from 'preact'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { PrintedCode } from '#components/cell/printed-code.tsx'

const code = 'const n = 3'

beforeEach(() => vi.resetModules())
afterEach(() => {
  vi.doUnmock('#components/cell/syntax.ts')
  render(null, document.body)
})

async function show(): Promise<void> {
  const { useStretches } = await import('#components/cell/use-stretches.ts')
  const Shown = () => <PrintedCode pieces={useStretches(code)} />
  render(<Shown />, document.body)
}

const coloured = () =>
  [...document.querySelectorAll('[class^="code-"]')].map(({ textContent }) => textContent)

it('a code is there at once, and gets its colours when the grammar has come', async () => {
  await show()
  expect(document.body.textContent).toBe(code)
  expect(coloured()).toEqual([])
  await vi.waitFor(() => expect(coloured()).toEqual(['const', '3']))
  expect(document.body.textContent).toBe(code)
})

it('a code is coloured at once when another has fetched the grammar', async () => {
  await show()
  await vi.waitFor(() => expect(coloured()).toHaveLength(2))
  render(null, document.body)
  await show()
  expect(coloured()).toEqual(['const', '3'])
})

it('a grammar that can’t be fetched leaves a code without colours', async () => {
  const asked = vi.fn(() => {
    throw new Error('offline')
  })
  vi.doMock('#components/cell/syntax.ts', asked)
  await show()
  await vi.waitFor(() => expect(asked).toHaveBeenCalled())
  await new Promise((resolve) => setTimeout(resolve))
  expect(document.body.textContent).toBe(code)
  expect(coloured()).toEqual([])
})
