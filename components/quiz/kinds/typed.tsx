import type { NumberData } from '#learning/kinds/number.ts'
import type { FormProps } from './form.ts'

/** A field for a number, with its unit behind it. Text, so that "32,768" can be typed and nothing is lost silently. */
export function NumberFields({ id, data, answer = '', change, reasons }: FormProps<NumberData, string>) {
  return (
    <Field
      {...{ id, answer, change, reasons }}
      label="Your number"
      inputMode="decimal"
      unit={data.unit}
      short
    />
  )
}

/** A field for a word or two. */
export function ShortTextFields({ id, answer = '', change, reasons }: FormProps<unknown, string>) {
  return <Field {...{ id, answer, change, reasons }} label="Your answer, in a word or two" inputMode="text" />
}

interface FieldProps {
  readonly id: string
  readonly label: string
  readonly answer: string
  readonly inputMode: 'decimal' | 'text'
  readonly unit?: string
  readonly short?: boolean
  readonly change: (answer: string) => void
  readonly reasons: unknown
}

function Field({ id, label, answer, inputMode, unit, short, change, reasons }: FieldProps) {
  return (
    <div class="field typed">
      <label for={`${id}-field`}>{label}</label>
      <span class="row">
        <input
          id={`${id}-field`}
          class={short ? 'short' : 'long'}
          type="text"
          inputMode={inputMode}
          autocomplete="off"
          autocapitalize="off"
          spellcheck={false}
          maxLength={80}
          value={answer}
          readOnly={reasons !== undefined}
          onInput={({ currentTarget }) => change(currentTarget.value)}
        />
        {unit !== undefined && <span class="unit">{unit}</span>}
      </span>
    </div>
  )
}
