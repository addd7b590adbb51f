import { expect, it } from 'vitest'
import { infoPlace } from '#components/cell/assist/info-place.ts'

const rect = (left: number, top: number, width: number, height: number) => ({
  ...{ left, top, right: left + width, bottom: top + height },
})
const desk = rect(0, 0, 1280, 900)
const phone = rect(0, 0, 390, 844)

it('stands to the right of the list where there’s room, at the chosen name', () => {
  const { style, class: name } = infoPlace(rect(200, 300, 250, 180), rect(200, 340, 250, 20), rect(0, 0, 300, 80), desk) // prettier-ignore
  expect(name).toBe('cm-completionInfo-right')
  expect(style).toBe('top: 40px; max-width: 400px')
})

it('stands to its left where only there is room', () => {
  const { class: name } = infoPlace(rect(1000, 300, 250, 180), rect(1000, 300, 250, 20), rect(0, 0, 300, 80), desk) // prettier-ignore
  expect(name).toBe('cm-completionInfo-left')
})

it.each([
  ['below', 300, 'top: 100%'],
  ['above', 650, 'bottom: 100%'],
])('on a phone stands %s the list, over none of its names and within the window', (_, top, where) => {
  const list = rect(138, top, 250, 180)
  const { style } = infoPlace(list, rect(138, top, 250, 20), rect(0, 0, 300, 80), phone)
  expect(style.startsWith(where)).toBe(true)
  const left = list.left + Number(/left: (-?\d+)px/.exec(style)?.[1])
  expect(left).toBeGreaterThanOrEqual(0)
  expect(left + 300).toBeLessThanOrEqual(phone.right)
})
