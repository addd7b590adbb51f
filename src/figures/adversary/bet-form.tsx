import { kitchens, type Need } from './bet.ts'

interface Props {
  readonly id: string
  readonly write: Need | undefined
  readonly read: Need | undefined
  readonly onWrite: ((need: Need) => void) | undefined
  readonly onRead: ((need: Need) => void) | undefined
  readonly onAttack: (() => void) | undefined
}

const needs: readonly Need[] = [1, 2, 3]

/** The bet: how many kitchens a write and a read wait for. Nothing is chosen beforehand. */
export function BetForm({ id, write, read, onWrite, onRead, onAttack }: Props) {
  return (
    <form
      class="adversary-bet"
      onSubmit={(event) => {
        event.preventDefault()
        onAttack?.()
      }}
    >
      <p>
        <b>Your bet.</b> Three replicas keep table 3’s row. A write is acknowledged once W of them have stored
        it, and a read is answered once R of them have replied. Wait for as few as you dare, because every
        extra replica is one more that may be unreachable. Which W and R never let a read return anything
        older than an acknowledged write?
      </p>
      <Needs id={id} name="write" label="W: a write waits for" chosen={write} onChoose={onWrite} />
      <Needs id={id} name="read" label="R: a read waits for" chosen={read} onChoose={onRead} />
      <button type="submit" class="button main" disabled={onAttack === undefined}>
        Place the bet
      </button>
    </form>
  )
}

function Needs({
  id,
  name,
  label,
  chosen,
  onChoose,
}: {
  readonly id: string
  readonly name: string
  readonly label: string
  readonly chosen: Need | undefined
  readonly onChoose: ((need: Need) => void) | undefined
}) {
  return (
    <fieldset class="adversary-needs" disabled={onChoose === undefined}>
      <legend>{label}</legend>
      <div>
        {needs.map((need) => (
          <label key={need}>
            <input
              type="radio"
              name={`${id}-${name}`}
              value={need}
              checked={chosen === need}
              required
              onChange={() => onChoose?.(need)}
            />
            <span>
              {need}
              <span class="visually-hidden"> of {kitchens} replicas</span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
