import type { ChooseManyData } from '#learning/kinds/choose-many.ts'
import type { LeafData } from '#learning/kinds/leaf.ts'
import type { NumberData } from '#learning/kinds/number.ts'
import type { ShortTextData } from '#learning/kinds/short-text.ts'
import type { FiledQuestion } from '#learning/question-file.ts'
import { inline, xml } from '../xml.ts'
import type { XmlElement } from '../xml.ts'

/** How a kind of question is answered in QTI: the response, what asks for it, and when it's right. */
interface Asked {
  readonly declaration: XmlElement
  readonly interaction: XmlElement
  readonly isRight: XmlElement
}

const response = 'RESPONSE'
const variable = xml('variable', { identifier: response })
const matches = xml('match', {}, [variable, xml('correct', { identifier: response })])

/** Kinds of question that QTI can ask as they are. Any other is left out of a package, and counted. */
const kinds: Readonly<Record<string, (question: FiledQuestion) => Asked>> = {
  'choose-one': (question) => choices(question, (question.data as ChooseManyData).options, 'single'),
  'choose-many': (question) => choices(question, (question.data as ChooseManyData).options, 'multiple'),
  leaf: (question) => {
    const { leaves, leaf } = question.data as LeafData
    const options = leaves.map(({ name }, index) => ({
      id: `leaf-${index}`,
      text: name,
      isRight: index === leaf,
    }))
    return choices(question, options, 'single', treeTable(question.data as LeafData))
  },
  number: (question) => {
    const { value, tolerance, unit } = question.data as NumberData
    return {
      declaration: declared('single', 'float', [String(value)]),
      interaction: typed(question, unit),
      isRight: xml('equal', { toleranceMode: 'absolute', tolerance: `${tolerance} ${tolerance}` }, [
        variable,
        xml('correct', { identifier: response }),
      ]),
    }
  },
  'short-text': (question) => {
    const { forms } = question.data as ShortTextData
    const isForm = forms.map((form) =>
      xml('stringMatch', { caseSensitive: false, substring: false }, [
        variable,
        xml('baseValue', { baseType: 'string' }, [form]),
      ]),
    )
    return {
      declaration: declared('single', 'string', forms.slice(0, 1)),
      interaction: typed(question, ''),
      isRight: isForm.length === 1 ? isForm[0]! : xml('or', {}, isForm),
    }
  },
}

/** Whether a question can be part of a QTI package. */
export const hasItem = ({ kind }: FiledQuestion): boolean => Object.hasOwn(kinds, kind)

/** The identifier of a question's item: what QTI allows in one. */
export const itemId = ({ id }: FiledQuestion): string => id.replace(/[^\w.-]/g, '-')

/** A question as a QTI 2.1 item: one point for the right answer, and afterwards every option with its reason. */
export function qtiItem(question: FiledQuestion): XmlElement {
  const asked = kinds[question.kind]?.(question)
  if (asked === undefined) throw new Error(`QTI has no form for a question of the kind "${question.kind}"`)
  const score = (points: 0 | 1) =>
    xml('setOutcomeValue', { identifier: 'SCORE' }, [
      xml('baseValue', { baseType: 'float' }, [String(points)]),
    ])
  return xml(
    'assessmentItem',
    { identifier: itemId(question), title: titleOf(question.prompt), adaptive: false, timeDependent: false },
    [
      asked.declaration,
      xml('outcomeDeclaration', { identifier: 'SCORE', cardinality: 'single', baseType: 'float' }, [
        xml('defaultValue', {}, [xml('value', {}, ['0'])]),
      ]),
      xml('outcomeDeclaration', { identifier: 'FEEDBACK', cardinality: 'single', baseType: 'identifier' }),
      xml('itemBody', {}, [asked.interaction]),
      xml('responseProcessing', {}, [
        xml('responseCondition', {}, [
          xml('responseIf', {}, [asked.isRight, score(1)]),
          xml('responseElse', {}, [score(0)]),
        ]),
        xml('setOutcomeValue', { identifier: 'FEEDBACK' }, [
          xml('baseValue', { baseType: 'identifier' }, ['reasons']),
        ]),
      ]),
      xml('modalFeedback', { outcomeIdentifier: 'FEEDBACK', identifier: 'reasons', showHide: 'show' }, [
        xml(
          'ul',
          {},
          question.reasons.map(({ label, reason, isRight }) =>
            xml('li', {}, [
              xml('b', {}, [isRight ? 'Right: ' : 'Wrong: ', ...inline(label)]),
              '. ',
              ...inline(reason),
            ]),
          ),
        ),
      ]),
    ],
  )
}

const titleOf = (prompt: string): string => {
  const plain = prompt.replaceAll('`', '')
  return plain.length <= 80 ? plain : `${plain.slice(0, 77)}…`
}

function declared(cardinality: string, baseType: string, values: readonly string[]): XmlElement {
  return xml('responseDeclaration', { identifier: response, cardinality, baseType }, [
    xml(
      'correctResponse',
      {},
      values.map((value) => xml('value', {}, [value])),
    ),
  ])
}

function choices(
  { prompt }: FiledQuestion,
  options: readonly { readonly id: string; readonly text: string; readonly isRight: boolean }[],
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

/** An identifier of QTI may not begin with a digit. */
const choiceId = (id: string): string => `choice-${id}`

function typed({ prompt }: FiledQuestion, unit: string): XmlElement {
  return xml('div', {}, [
    xml('p', {}, inline(prompt)),
    xml('p', {}, [
      xml('textEntryInteraction', { responseIdentifier: response, expectedLength: 12 }),
      ` ${unit}`,
    ]),
  ])
}

/** Two trees as a table, a row a level: what a page of the site draws. */
function treeTable({ picture }: LeafData): readonly XmlElement[] {
  const [a, b] = picture.sides
  return [
    xml('p', {}, [`Each part of the tree shows the first four digits of ${a}’s hash, then of ${b}’s.`]),
    xml('table', {}, [
      xml(
        'tbody',
        {},
        picture.levels.map((level) =>
          xml(
            'tr',
            {},
            level.map(({ leaves, digests }) =>
              xml('td', { colspan: leaves }, [`${digests[0]} ${digests[1]}`]),
            ),
          ),
        ),
      ),
    ]),
  ]
}
