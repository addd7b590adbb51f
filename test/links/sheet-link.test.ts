import { expect, it } from 'vitest'
import { readSheetLink, sheetLink } from '#links/sheet-link.ts'

const sheet = { format: 'anti-entropy exam', items: ['ﬁ', '–'] }

it('a sheet comes out of its link as it went in', async () => {
  const read = await readSheetLink((await sheetLink(`${JSON.stringify(sheet)}\n`))!)
  expect(read?.ok && JSON.parse(read.text)).toEqual(sheet)
})

it('a link without a sheet is none; one that is cut, changed, newer or too long says so', async () => {
  expect(await readSheetLink('#plan=1.x')).toBeUndefined()
  const whole = (await sheetLink(JSON.stringify(sheet)))!
  for (const bad of [whole.slice(0, -3), '#sheet=1.!!', '#sheet=99.abc', `#sheet=1.${'a'.repeat(9000)}`])
    expect(await readSheetLink(bad)).toMatchObject({ ok: false })
})

it('a sheet that doesn’t fit gets no link', async () => {
  const items = Array.from({ length: 30_000 }, (_, index) => (index * 7919) % 9973)
  expect(await sheetLink(JSON.stringify({ items }))).toBeUndefined()
})
