// @vitest-environment happy-dom
import { Scorm12API, Scorm2004API } from 'scorm-again'
import { expect, test } from 'vitest'
import { findPlatform } from '#components/teach/sco/api.ts'

/** A window inside the frames of a learning platform, which has its object in the outermost one. */
const inFrames = (name: string, api: unknown): Window => {
  const outer = { [name]: api } as unknown as { parent: unknown }
  outer.parent = outer
  return { parent: { parent: outer }, top: outer } as unknown as Window
}

test('a SCORM 1.2 platform gets score and completion, and gives back what was kept', () => {
  const api = new Scorm12API({ autocommit: false, logLevel: 5 })
  const visit = findPlatform(inFrames('API', api))!
  expect([visit.version, visit.saved()]).toEqual(['1.2', ''])
  expect(api.lmsGetValue('cmi.core.lesson_status')).toBe('incomplete')
  visit.save('[1,[]]')
  visit.report(3, 4, true)
  expect(api.lmsGetValue('cmi.core.score.raw')).toBe('75')
  expect(api.lmsGetValue('cmi.core.lesson_status')).toBe('completed')
  expect(visit.saved()).toBe('[1,[]]')
})

test('a SCORM 2004 platform gets score and completion, and gives back what was kept', () => {
  const api = new Scorm2004API({ autocommit: false, logLevel: 5 })
  const visit = findPlatform(inFrames('API_1484_11', api))!
  expect(visit.version).toBe('2004')
  visit.save('[1,[]]')
  visit.report(3, 4, true)
  expect(String(api.lmsGetValue('cmi.score.scaled'))).toBe('0.75')
  expect(api.lmsGetValue('cmi.completion_status')).toBe('completed')
  expect(visit.saved()).toBe('[1,[]]')
})

test('a page that no platform shows finds none', () => {
  expect(findPlatform(inFrames('nothing', {}))).toBeUndefined()
})
