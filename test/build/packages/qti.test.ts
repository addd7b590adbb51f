import { XmlDocument, XmlElement } from 'libxml2-wasm'
import { describe, expect, test } from 'vitest'
import { leftOutOfQti } from '#build/packages/make.ts'
import { notInQti, qtiKinds } from '#build/packages/qti/kinds.ts'
import { qtiPackage } from '#build/packages/qti/package.ts'
import { qtiReadme } from '#build/packages/qti/readme.ts'
import { kinds } from '#learning/kinds/index.ts'
import { file } from './questions.ts'

const parse = (text: string | Uint8Array | undefined) => XmlDocument.fromString(String(text))
const html = new Set('p ul li b code div table tbody tr td'.split(' '))

function* elements(node: XmlElement): Generator<XmlElement> {
  yield node
  for (let child = node.firstChild; child !== null; child = child.next)
    if (child instanceof XmlElement) yield* elements(child)
}
const named = (root: XmlElement, name: string) => [...elements(root)].filter((node) => node.name === name)
const attribute = (node: XmlElement | undefined, name: string) => node?.attr(name)?.value

describe.each(['2.1', '3.0'] as const)('the QTI %s package', (version) => {
  const files = qtiPackage(file, version)
  const q = (name: string) =>
    version === '2.1' ? name : `qti-${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`
  const a = (name: string) => (version === '2.1' ? name : q(name).slice(4))
  const item = (kind: string) => parse(files[`items/replicas.${kind}.xml`]).root

  test('lists in its manifest exactly the files that it has', () => {
    const listed = named(parse(files['imsmanifest.xml']).root, 'file').map((node) => attribute(node, 'href'))
    expect([...listed, 'imsmanifest.xml'].sort()).toEqual(Object.keys(files).sort())
  })

  test('has a test that names every item once, in a section of its lesson', () => {
    const { root } = parse(files['test.xml'])
    const refs = named(root, q('assessmentItemRef'))
    expect(refs).toHaveLength(8)
    for (const ref of refs) expect(files).toHaveProperty([attribute(ref, 'href')!])
    expect(attribute(named(root, q('assessmentSection'))[0], 'title')).toBe('Replicas & more')
  })

  test('has in every item one response with a right answer that can be chosen, and the reasons', () => {
    for (const [path, text] of Object.entries(files).filter(([name]) => name.startsWith('items/'))) {
      const { root } = parse(text)
      const right = named(named(root, q('responseDeclaration'))[0]!, q('value')).map((node) => node.content)
      const choices = ['simpleChoice', 'simpleAssociableChoice'].flatMap((name) =>
        named(root, q(name)).map((node) => attribute(node, 'identifier')),
      )
      expect(right.length, path).toBeGreaterThan(0)
      expect(new Set(choices).size, path).toBe(choices.length)
      if (choices.length > 0)
        for (const value of right.flatMap((pair) => pair.split(' '))) expect(choices, path).toContain(value)
      for (const choice of choices) expect(choice, 'an identifier begins with a letter').toMatch(/^[A-Za-z_]/)
      expect(
        named(root, q('modalFeedback'))
          .map((node) => node.content)
          .join(),
        path,
      ).toContain('because a < b')
      expect(attribute(named(root, q('outcomeDeclaration'))[0], 'identifier')).toBe('SCORE')
    }
  })

  test('asks each kind in its own way', () => {
    const choice = named(item('choose-many'), q('choiceInteraction'))[0]
    expect(attribute(choice, a('maxChoices'))).toBe('0')
    expect(attribute(named(item('choose-one'), q('choiceInteraction'))[0], a('maxChoices'))).toBe('1')
    const equal = named(item('number'), q('equal'))[0]
    expect(attribute(equal, 'tolerance')).toBe('0.5 0.5')
    expect(attribute(equal, a('toleranceMode'))).toBe('absolute')
    expect(named(item('short-text'), q('stringMatch'))).toHaveLength(2)
    expect(named(item('leaf'), 'td')).toHaveLength(3)
    const keyOf = (kind: string) =>
      named(named(item(kind), q('correctResponse'))[0]!, q('value')).map((node) => node.content)
    expect(named(item('order'), q('orderInteraction'))).toHaveLength(1)
    expect(keyOf('order')).toEqual(['choice-a', 'choice-b', 'choice-3rd'])
    expect(attribute(named(item('order'), q('responseDeclaration'))[0], 'cardinality')).toBe('ordered')
    expect(named(item('predict-run'), q('matchInteraction'))).toHaveLength(1)
    expect(keyOf('predict-run')).toEqual(['row-read-1 outcome-1', 'row-read-2 outcome-0'])
    // What a page draws, an item says.
    const told = named(item('click'), 'div')[0]!.content
    for (const line of ['1 ms: A to C, write; it’s lost', 'it arrives at 4 ms', 'C can’t act from 2 to 9 ms'])
      expect(told).toContain(line)
    expect(keyOf('click')).toEqual(['choice-2'])
  })

  test('calls every element as its version does', () => {
    for (const [path, text] of Object.entries(files).filter(([name]) => /^(test|items\/.*)\.xml$/.test(name)))
      for (const { name } of elements(parse(text).root)) {
        if (html.has(name)) continue
        expect(name.startsWith('qti-'), `${name} in ${path}`).toBe(version === '3.0')
      }
  })
})

test('what QTI can’t ask is counted, not packed, and named with its reason in the package’s readme', () => {
  expect([...leftOutOfQti(file)]).toEqual([
    ['fix-cell', 1],
    ['place-points', 1],
  ])
  const files = qtiPackage(file, '2.1')
  expect(Object.keys(files).join()).not.toMatch(/fix-cell|place-points/)
  const readme = String(files['README.txt'])
  expect(readme).toContain('8 of 10 questions')
  expect(readme).toMatch(/fix-cell \(1: replicas\.fix-cell\), because .*running it/)
  expect(readme).toMatch(/place-points \(1: replicas\.place-points\), because .*compare/)
})

test('every kind of question has a form in QTI or a reason why there’s none, and never both', () => {
  for (const kind of kinds.keys())
    expect([kind, Object.hasOwn(qtiKinds, kind) !== Object.hasOwn(notInQti, kind)]).toEqual([kind, true])
  const [lesson] = file.lessons
  const odd = { ...lesson!.questions[0]!, kind: 'essay' }
  expect(() => qtiReadme([{ ...lesson!, questions: [odd] }], '3.0')).toThrow(/kind "essay", or a reason/)
})
