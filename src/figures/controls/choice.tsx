interface ChoiceProps {
  readonly id: string
  readonly label: string
  readonly value: string
  readonly alive?: boolean
  /** The class of its field. */
  readonly kind?: string
  readonly options: readonly (readonly [value: string, text: string])[]
  readonly onChange: (value: string) => void
}

/** A labelled list to choose from. */
export function Choice({ id, label, value, alive = true, kind = 'field', options, onChange }: ChoiceProps) {
  return (
    <div class={kind}>
      <label for={id}>{label}</label>
      <select
        id={id}
        disabled={!alive}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
      >
        {options.map(([option, text]) => (
          <option key={option} value={option} selected={option === value}>
            {text}
          </option>
        ))}
      </select>
    </div>
  )
}
