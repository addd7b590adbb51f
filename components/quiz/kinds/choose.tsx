import type { ChooseManyData } from '#learning/kinds/choose-many.ts'
import type { ChooseOneData } from '#learning/kinds/choose-one.ts'
import type { ShownOption } from '#learning/quiz/options.ts'
import { Inline } from '../inline.tsx'
import type { FormProps } from './form.ts'

/** Radio buttons, one to pick. */
export function ChooseOneFields({ id, data, answer, change, reasons }: FormProps<ChooseOneData, string>) {
  const pick = (option: string) => () => change(option)
  return (
    <Options
      {...{ id, type: 'radio', options: data.options, isAnswered: reasons !== undefined }}
      isChosen={(option) => option === answer}
      choose={pick}
    />
  )
}

/** Boxes to tick, any number. */
export function ChooseManyFields({
  id,
  data,
  answer = [],
  change,
  reasons,
}: FormProps<ChooseManyData, readonly string[]>) {
  const toggle = (option: string) => () =>
    change(answer.includes(option) ? answer.filter((other) => other !== option) : [...answer, option])
  return (
    <Options
      {...{ id, type: 'checkbox', options: data.options, isAnswered: reasons !== undefined }}
      isChosen={(option) => answer.includes(option)}
      choose={toggle}
    />
  )
}

interface OptionsProps {
  readonly id: string
  readonly type: 'radio' | 'checkbox'
  readonly options: readonly ShownOption[]
  readonly isAnswered: boolean
  readonly isChosen: (option: string) => boolean
  readonly choose: (option: string) => () => void
}

function Options({ id, type, options, isAnswered, isChosen, choose }: OptionsProps) {
  return (
    <div class="options">
      {options.map((option) => (
        <label
          key={option.id}
          class="option"
          data-option={option.id}
          data-verdict={isAnswered ? verdictOf(option, isChosen(option.id), type) : undefined}
        >
          <input
            type={type}
            name={id}
            value={option.id}
            checked={isChosen(option.id)}
            disabled={isAnswered}
            onChange={choose(option.id)}
          />
          <span>
            <Inline text={option.text} />
            {isAnswered && (
              <span class="reason">
                <b>{verdictWords[verdictOf(option, isChosen(option.id), type)]} </b>
                <Inline text={option.reason} />
              </span>
            )}
          </span>
        </label>
      ))}
    </div>
  )
}

/** What became of an option: what was found, missed, chosen though it's wrong, and rightly left alone. */
function verdictOf(option: ShownOption, isChosen: boolean, type = 'checkbox') {
  if (option.isRight) return isChosen || type === 'radio' ? 'right' : 'missed'
  return isChosen || type === 'radio' ? 'wrong' : 'left'
}

const verdictWords = {
  right: 'Correct.',
  missed: 'Missed.',
  wrong: 'No.',
  left: 'Correctly left unticked.',
} as const
