import type { FiledQuestion } from '#learning/question-file.ts'
import { inline, xml } from '../xml.ts'
import type { XmlElement } from '../xml.ts'
import { qtiKinds } from './kinds.ts'

/** Whether a question can be part of a QTI package. Any other is left out of it, and counted. */
export const hasItem = ({ kind }: FiledQuestion): boolean => Object.hasOwn(qtiKinds, kind)

/** The identifier of a question's item: what QTI allows in one. */
export const itemId = ({ id }: FiledQuestion): string => id.replace(/[^\w.-]/g, '-')

/** A question as a QTI 2.1 item: one point for the right answer, and afterwards every option with its reason. */
export function qtiItem(question: FiledQuestion): XmlElement {
  const asked = qtiKinds[question.kind]?.(question)
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
