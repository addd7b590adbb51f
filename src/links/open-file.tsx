interface Props {
  /** The class of its label, beside the button's. */
  readonly kind: string
  readonly onFile: (file: File) => void
}

/** A button that asks for a file that this site has saved. The same file can be chosen twice. */
export function OpenFile({ kind, onFile }: Props) {
  return (
    <label class={`button ${kind}`}>
      Open a file
      <input
        type="file"
        class="visually-hidden"
        accept=".json,application/json"
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? []
          if (file !== undefined) onFile(file)
          currentTarget.value = ''
        }}
      />
    </label>
  )
}
