import { useState } from 'preact/hooks'
import { mostNameLength } from '#text/cell-name.ts'

interface Props {
  readonly name: string
  readonly from: string | undefined
  /** Gives what's wrong with the name; empty when it was taken. */
  readonly onRename: (name: string) => string
  readonly onDuplicate: () => void
  readonly onDelete: () => void
}

/** A cell's name, to be changed in place, and what can be done with the whole of it. */
export function CellTools({ name, from, onRename, onDuplicate, onDelete }: Props) {
  const [isRenaming, setRenaming] = useState(false)
  const [wrong, setWrong] = useState('')
  const [typed, setTyped] = useState(name)
  return (
    <div class="playground-tools">
      {isRenaming ? (
        <form
          onSubmit={(event) => {
            event.preventDefault()
            const say = onRename(typed.trim())
            setWrong(say)
            if (say === '') setRenaming(false)
          }}
          onKeyDown={({ key }) => {
            if (key === 'Escape') setRenaming(false)
          }}
        >
          <label>
            Name{' '}
            <input
              type="text"
              value={typed}
              maxLength={mostNameLength}
              ref={(input) => input?.focus()}
              aria-invalid={wrong !== ''}
              onInput={({ currentTarget }) => setTyped(currentTarget.value)}
            />
          </label>
          <button type="submit" class="button">
            Rename
          </button>
          <button type="button" class="button quiet" onClick={() => setRenaming(false)}>
            Cancel
          </button>
          {wrong !== '' && <span role="alert">{wrong}</span>}
        </form>
      ) : (
        <>
          <h2 id={`cell-${name}`} tabIndex={-1}>
            {name}
          </h2>
          {from !== undefined && <span class="soft">from {from}</span>}
          <span class="playground-buttons">
            <button
              type="button"
              class="button quiet"
              onClick={() => {
                setTyped(name)
                setWrong('')
                setRenaming(true)
              }}
            >
              Rename<span class="visually-hidden"> {name}</span>
            </button>
            <button type="button" class="button quiet" onClick={onDuplicate}>
              Duplicate<span class="visually-hidden"> {name}</span>
            </button>
            <button type="button" class="button quiet" onClick={onDelete}>
              Delete<span class="visually-hidden"> {name}</span>
            </button>
          </span>
        </>
      )}
    </div>
  )
}
