import type { ComponentChildren } from 'preact'
import { useId } from 'preact/hooks'
import { Choice } from './choice.tsx'

interface PickProps {
  readonly label: string
  readonly value: string
  readonly options: readonly (readonly [value: string, text: string])[]
  readonly onChange: (value: string) => void
}

/** A list to choose from, as a bench has it. */
export function Pick(props: PickProps) {
  return <Choice {...props} id={useId()} kind="bench-field" />
}

interface WriteProps {
  readonly label: string
  readonly value: string
  readonly list?: string | undefined
  readonly onChange: (value: string) => void
}

/** A field for a text, with suggestions where there are some. */
export function Write({ label, value, list, onChange }: WriteProps) {
  const id = useId()
  return (
    <div class="bench-field">
      <label for={id}>{label}</label>
      <input
        id={id}
        type="text"
        value={value}
        list={list}
        autocomplete="off"
        spellcheck={false}
        maxLength={60}
        onInput={({ currentTarget }) => onChange(currentTarget.value)}
      />
    </div>
  )
}

interface CountProps {
  readonly label: string
  readonly value: number
  readonly least: number
  readonly most: number
  readonly unit?: string
  readonly onChange: (value: number) => void
}

/** A whole number. What is no number, or out of range, is kept in the field and not passed on. */
export function Count({ label, value, least, most, unit, onChange }: CountProps) {
  const id = useId()
  return (
    <div class="bench-field">
      <label for={id}>{label}</label>
      <span class="bench-unit">
        <input
          id={id}
          type="number"
          min={least}
          max={most}
          step="1"
          value={value}
          onInput={({ currentTarget }) => {
            const number = currentTarget.valueAsNumber
            if (Number.isInteger(number) && number >= least && number <= most) onChange(number)
          }}
        />
        {unit}
      </span>
    </div>
  )
}

/** One of a few, all in sight. */
export function Segments({
  label,
  value,
  options,
  onChange,
}: {
  readonly label: string
  readonly value: string
  readonly options: readonly (readonly [value: string, text: ComponentChildren])[]
  readonly onChange: (value: string) => void
}) {
  return (
    <div class="bench-segments" role="group" aria-label={label}>
      {options.map(([option, text]) => (
        <button
          key={option}
          type="button"
          class="button"
          aria-pressed={option === value}
          onClick={() => onChange(option)}
        >
          {text}
        </button>
      ))}
    </div>
  )
}

interface CheckProps {
  readonly label: string
  readonly checked: boolean
  readonly onChange: (checked: boolean) => void
}

/** A box to tick. */
export function Check({ label, checked, onChange }: CheckProps) {
  return (
    <label class="bench-check">
      <input type="checkbox" checked={checked} onChange={(event) => onChange(event.currentTarget.checked)} />
      {label}
    </label>
  )
}
