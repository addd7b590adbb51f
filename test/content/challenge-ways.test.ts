import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { challenges } from '#build/challenges.ts'
import { lessonFolder } from '#build/lessons.ts'

test.each(challenges())('the challenge $id is in its lesson, or its lesson leads to it', ({ id, lesson }) => {
  const text = readFileSync(join(lessonFolder(lesson), 'index.mdx'), 'utf8')
  const isThere = text.includes(`<Challenge id="${id}"`)
  const isLinked = text.includes(`<To page="/challenges/${id}/">`)
  expect([isThere, isLinked]).toContain(true)
})
