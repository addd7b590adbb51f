import type { ChooseManyData } from '#learning/kinds/choose-many.ts'
import type { ClickData } from '#learning/kinds/click.ts'
import type { LeafData } from '#learning/kinds/leaf.ts'
import type { NumberData } from '#learning/kinds/number.ts'
import type { OrderData } from '#learning/kinds/order.ts'
import type { PredictRunData } from '#learning/kinds/predict-run.ts'
import type { ShortTextData } from '#learning/kinds/short-text.ts'
import type { FiledQuestion } from '#learning/question-file.ts'
import { xml } from '../xml.ts'
import { choices, correct, declared, ordered, paired, typed, variable } from './interactions.ts'
import type { Asked } from './interactions.ts'
import { runList, treeTable } from './pictures.ts'

/** How QTI asks each kind of question that it can ask as it is. */
export const qtiKinds: Readonly<Record<string, (question: FiledQuestion) => Asked>> = {
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
  click: (question) => {
    const { targets, right, picture } = question.data as ClickData
    // Numbers, because two addresses of messages may be one identifier once their signs are taken out.
    const options = targets.map(({ id, name }, index) => ({
      id: `${index + 1}`,
      text: name,
      isRight: id === right,
    }))
    return choices(question, options, 'single', runList(picture))
  },
  order: (question) => {
    const { steps, right } = question.data as OrderData
    return ordered(question, steps, right)
  },
  'predict-run': (question) => {
    const { rows, outcomes, came } = question.data as PredictRunData
    return paired(question, rows, outcomes, came)
  },
  number: (question) => {
    const { value, tolerance, unit } = question.data as NumberData
    return {
      declaration: declared('single', 'float', [String(value)]),
      interaction: typed(question, unit),
      isRight: xml('equal', { toleranceMode: 'absolute', tolerance: `${tolerance} ${tolerance}` }, [
        variable,
        correct,
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

/** Kinds that QTI has no form for, each with the reason, as a package says it. */
export const notInQti: Readonly<Record<string, string>> = {
  'place-points':
    'any points that explain the answers are right, and QTI can only compare with points that were written down before',
  'fix-cell': 'the answer is a program, and what’s right is decided by running it',
}
