import { useState } from 'preact/hooks'
import type { Edit, Json, Plan } from '#engine'
import { Pick, Segments, Write } from '#figures/controls/fields.tsx'
import type { ToolProps } from './tool.ts'
import type { Traits } from './run-service.ts'
import { keysIn } from './moment-state.ts'

/** Operations that touch one key, in the order in which they're offered; the rest follows. */
const onKeys = ['write', 'read', 'delete', 'increment']

/** A client asks for something. */
export function AskTool({ branch, held, onHold, act }: ToolProps) {
  const { plan, traits } = branch.played
  const [what, setWhat] = useState(() =>
    traits.operations.includes('write') ? 'write' : traits.operations[0]!,
  )
  const [key, setKey] = useState<string>()
  const [value, setValue] = useState('no nuts')
  const [level, setLevel] = useState('')
  const [client, setClient] = useState('')
  const keys = keysIn(plan)
  const shownKey = key ?? keys.at(-1) ?? 'table 3'
  const clients = plan.clients.map(({ id }) => id)
  const asker = clients.includes(client) ? client : (clients[0] ?? 'client')
  const offered = [
    ...onKeys.filter((name) => traits.operations.includes(name)),
    ...traits.operations.filter((name) => !onKeys.includes(name)),
  ]
  const isOnKey = onKeys.includes(what)
  const coordinator = held.node ?? (isOnKey ? '' : plan.nodes[0]!.id)
  const usual = what === 'read' ? traits.usual.read : traits.usual.write
  const canAsk = !isOnKey || shownKey.trim() !== ''

  function ask(): void {
    if (canAsk)
      act(editOf({ plan, what, key: isOnKey ? shownKey : undefined, value, level, coordinator, asker }))
  }

  return (
    <form
      class="bench-tool"
      onSubmit={(event) => {
        event.preventDefault()
        ask()
      }}
    >
      <Segments
        label="Operation"
        value={what}
        onChange={setWhat}
        options={offered.map((name) => [name, name])}
      />
      <Meaning help={traits.help} what={what} level={isOnKey ? level || usual : undefined} />
      <div class="bench-fields">
        {isOnKey && <Write label="Key" value={shownKey} list="bench-known-keys" onChange={setKey} />}
        {what === 'write' && <Write label="Value" value={value} onChange={setValue} />}
        {isOnKey && traits.levels.length > 0 && (
          <Pick
            label="Level"
            value={level}
            onChange={setLevel}
            options={[
              ['', usual === undefined ? 'default' : `${usual} (default)`],
              ...traits.levels.map((name) => [name, name] as const),
            ]}
          />
        )}
        <Pick
          label={isOnKey ? 'Coordinator' : 'Node'}
          value={coordinator}
          onChange={(node) => onHold({ ...held, node: node === '' ? undefined : node })}
          options={coordinators(plan, isOnKey)}
        />
        {clients.length > 1 && (
          <Pick
            label="Client"
            value={asker}
            onChange={setClient}
            options={clients.map((name) => [name, name])}
          />
        )}
      </div>
      <KnownKeys keys={keys} />
      <p class="bench-row">
        <button type="submit" class="button main" disabled={!canAsk}>
          {isOnKey
            ? `${what[0]?.toUpperCase()}${what.slice(1)} ${shownKey}`
            : `Ask ${coordinator} to ${what}`}
        </button>
      </p>
    </form>
  )
}

interface Asked {
  readonly plan: Plan
  readonly what: string
  /** The key of an operation that touches one. */
  readonly key: string | undefined
  readonly value: string
  /** Empty for the default. */
  readonly level: string
  /** Empty for any. */
  readonly coordinator: string
  readonly asker: string
}

/** What the form holds, as an entry of the plan. */
function editOf({ plan, what, key, value, level, coordinator, asker }: Asked): Edit {
  const args: { [name: string]: Json } = {}
  if (key !== undefined) {
    args['key'] = key
    if (what === 'write') args['value'] = value
    if (level !== '') args['level'] = level
  }
  if (what === 'join' || what === 'leave') args['node'] = coordinator
  const via = coordinator === '' ? {} : { coordinator }
  // A program of one's own is asked in the words in which its plan asks already.
  const like = plan.system === 'cell' ? plan.ops.findLast((op) => op.do === what)?.args : undefined
  return {
    client: asker,
    ...via,
    do: what,
    args: key !== undefined || like === undefined ? args : like,
  } as Edit
}

/** The nodes that can be asked; for an operation on a key, the client may also choose. */
function coordinators(plan: Plan, isOnKey: boolean): readonly (readonly [string, string])[] {
  return [
    ...(isOnKey ? [['', 'any (the client chooses)'] as const] : []),
    ...plan.nodes.map(({ id }) => [id, id] as const),
  ]
}

function KnownKeys({ keys }: { readonly keys: readonly string[] }) {
  return (
    <datalist id="bench-known-keys">
      {keys.map((known) => (
        <option key={known} value={known} />
      ))}
    </datalist>
  )
}

interface Meant {
  readonly help: Traits['help']
  readonly what: string
  readonly level: string | undefined
}

/** The word that is asked with, and the level of it, in one line each. */
function Meaning({ help, what, level }: Meant) {
  const meant = help.operations[what]
  const waits = level === undefined ? undefined : help.levels?.[level]
  if (meant === undefined && waits === undefined) return null
  return (
    <p class="soft bench-meaning">
      {meant}
      {waits !== undefined && ` At ${level}, ${waits} before it counts as done.`}
    </p>
  )
}
