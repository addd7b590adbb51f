import { describe, expect, it } from 'vitest'
import { withoutProps } from '#build/island-props.ts'

const long = { text: [0, `"${'rows & <keys> it’s '.repeat(80)}"`] }
const written = (value: unknown) =>
  JSON.stringify(value).replaceAll('&', '&#38;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')
const island = (props: unknown, client = 'near') =>
  `<p>"</p><astro-island uid="1" props="${written(props)}" ssr client="${client}"><b>drawn</b></astro-island>`

describe('withoutProps', () => {
  it('takes long properties out of the page, and the file says what the attribute said', () => {
    const { page, files } = withoutProps(island(long), '/base/_astro/')
    const [[name, text]] = [...files] as [[string, string]]
    expect(JSON.parse(text)).toEqual(long)
    expect(page).toBe(
      `<p>"</p><astro-island uid="1" data-props="/base/_astro/${name}" ssr client="near"><b>drawn</b></astro-island>`,
    )
  })

  it('leaves short ones, and those of parts that wake in another way', () => {
    for (const page of [island({ id: [0, 'x'] }), island(long, 'load')])
      expect(withoutProps(page, '/')).toEqual({ page, files: new Map() })
  })

  it('makes one file of two parts with the same properties', () => {
    expect(withoutProps(island(long) + island(long), '/').files.size).toBe(1)
  })

  it('leaves out the names that nothing reads, and keeps the one name of a part without a number', () => {
    const tag = (names: string) =>
      `<astro-island ${names} client="near" opts="{&quot;name&quot;:&quot;Cell&quot;,&quot;value&quot;:true}">`
    expect(withoutProps(tag('uid="1" data-preact-island-id="7"'), '/').page).toBe(
      '<astro-island data-preact-island-id="7" client="near" opts="{}">',
    )
    expect(withoutProps(tag('uid="1"'), '/').page).toContain('<astro-island uid="1" client="near"')
    const deed = '<astro-island client="near" opts="{&quot;value&quot;:&quot;deed&quot;}">'
    expect(withoutProps(deed, '/').page).toBe(deed)
  })
})
