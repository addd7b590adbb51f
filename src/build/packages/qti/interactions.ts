import type { FiledQuestion } from '#learning/question-file.ts'
import { inline, xml } from '../xml.ts'
import type { XmlElement } from '../xml.ts'

/** How a kind of question is answered in QTI: the response, what asks for it, and when it's right. */
export interface Asked {
  readonly declaration: XmlElement
  readonly interaction: XmlElement
  readonly isRight: XmlElement
}

interface Choice {
  readonly id: string
  readonly text: string
  readonly isRight: boolean
}

/** The name of an item's one response. */
export const response = 'RESPONSE'

/** What the learner has answered, in a rule. */
export const variable = xml('variable', { identifier: response })

/** The right answer, in a rule. */
export const correct = xml('correct', { identifier: response })
const matches = xml('match', {}, [variable, correct])

/** An identifier of QTI may not begin with a digit, and an id of ours may hold signs that it has no place for. */
const choiceId = (id: string): string => `choice-${id.replace(/[^\w.-]/g, '-')}`

/** The declaration of the answer: `cardinality` and `baseType` are QTI's, `values` is what's right. */
export function declared(cardinality: string, baseType: string, values: readonly string[]): XmlElement {
  return xml('responseDeclaration', { identifier: response, cardinality, baseType }, [
    xml(
      'correctResponse',
      {},
      values.map((value) => xml('value', {}, [value])),
    ),
  ])
}

/** Choices of which one is right, or several; `shown` stands above them, and then they keep their sequence. */
export function choices(
  { prompt }: FiledQuestion,
  options: readonly Choice[],
  cardinality: 'single' | 'multiple',
  shown: readonly XmlElement[] = [],
): Asked {
  const right = options.filter(({ isRight }) => isRight).map(({ id }) => choiceId(id))
  const interaction = xml(
    'choiceInteraction',
    {
      responseIdentifier: response,
      shuffle: shown.length === 0,
      maxChoices: cardinality === 'single' ? 1 : 0,
    },
    [
      xml('prompt', {}, inline(prompt)),
      ...options.map(({ id, text }) => xml('simpleChoice', { identifier: choiceId(id) }, inline(text))),
    ],
  )
  return {
    declaration: declared(cardinality, 'identifier', right),
    interaction: shown.length === 0 ? interaction : xml('div', {}, [...shown, interaction]),
    isRight: matches,
  }
}

/** Steps, shown in one order and to be put in another. */
export function ordered(
  { prompt }: FiledQuestion,
  steps: readonly { readonly id: string; readonly text: string }[],
  right: readonly string[],
): Asked {
  return {
    declaration: declared('ordered', 'identifier', right.map(choiceId)),
    interaction: xml('orderInteraction', { responseIdentifier: response, shuffle: false }, [
      xml('prompt', {}, inline(prompt)),
      ...steps.map(({ id, text }) => xml('simpleChoice', { identifier: choiceId(id) }, inline(text))),
    ]),
    isRight: matches,
  }
}

/** Rows, each to be given one of the same outcomes; `right` is the outcome of each row. */
export function paired(
  { prompt }: FiledQuestion,
  rows: readonly { readonly id: string; readonly text: string }[],
  outcomes: readonly string[],
  right: readonly string[],
): Asked {
  const row = ({ id }: { readonly id: string }) => `row-${id.replace(/[^\w.-]/g, '-')}`
  const outcome = (text: string) => `outcome-${outcomes.indexOf(text)}`
  const set = (members: readonly (readonly [identifier: string, text: string])[], matchMax: number) =>
    xml(
      'simpleMatchSet',
      {},
      members.map(([identifier, text]) =>
        xml('simpleAssociableChoice', { identifier, matchMax }, inline(text)),
      ),
    )
  return {
    declaration: declared(
      'multiple',
      'directedPair',
      rows.map((one, index) => `${row(one)} ${outcome(right[index]!)}`),
    ),
    interaction: xml(
      'matchInteraction',
      { responseIdentifier: response, shuffle: false, maxAssociations: rows.length },
      [
        xml('prompt', {}, inline(prompt)),
        set(
          rows.map((one) => [row(one), one.text]),
          1,
        ),
        set(
          outcomes.map((text) => [outcome(text), text]),
          0,
        ),
      ],
    ),
    isRight: matches,
  }
}

/** A field for a short answer, with its unit behind it. */
export function typed({ prompt }: FiledQuestion, unit: string): XmlElement {
  return xml('div', {}, [
    xml('p', {}, inline(prompt)),
    xml('p', {}, [
      xml('textEntryInteraction', { responseIdentifier: response, expectedLength: 12 }),
      ` ${unit}`,
    ]),
  ])
}
