import { useState } from 'preact/hooks'
import type { Plan } from '#engine/core/types.ts'
import { benchNodes } from './bench-nodes.ts'
import type { Traits } from './run-service.ts'
import { Check, Count, Pick, Write } from '#figures/controls/fields.tsx'
import { leastNodesOf, type Resetting, resettingOf } from './resetting.ts'

interface Props {
  readonly plan: Plan
  readonly traits: Traits
  readonly disabled: boolean
  readonly onReset: (to: Resetting) => void
}

/** The set-up of the run that is open: its entries stay, and the run is made again. */
export function SetupPanel({ plan, traits, disabled, onReset }: Props) {
  const [to, setTo] = useState(() => resettingOf(plan, traits.options))
  const change = (more: Partial<Resetting>) => setTo((before) => ({ ...before, ...more }))
  const least = leastNodesOf(plan)
  const level = (label: string, name: 'write' | 'read') =>
    to[name] !== undefined && (
      <Pick
        label={label}
        value={to[name]}
        options={[...new Set([to[name], ...traits.levels])].map((one) => [one, one])}
        onChange={(value) => change({ [name]: value })}
      />
    )
  return (
    <form
      class="bench-panel bench-setup"
      aria-labelledby="bench-setup"
      onSubmit={(event) => {
        event.preventDefault()
        if (!disabled) onReset(to)
      }}
    >
      <h3 id="bench-setup">Set-up of this run</h3>
      <div class="bench-fields">
        <Count
          label={`Nodes (${least} to ${benchNodes})`}
          value={to.nodes}
          least={least}
          most={benchNodes}
          onChange={(nodes) => change({ nodes })}
        />
        {to.replicas !== undefined && (
          <Count
            label="Replicas"
            value={to.replicas}
            least={1}
            most={to.nodes}
            onChange={(replicas) => change({ replicas })}
          />
        )}
        {level('Writes wait for', 'write')}
        {level('Reads wait for', 'read')}
        <Latency latency={to.latency} onChange={(latency) => change({ latency })} />
        {to.hints !== undefined && (
          <Check label="Hints" checked={to.hints} onChange={(hints) => change({ hints })} />
        )}
        {to.readRepair !== undefined && (
          <Check
            label="Read repair"
            checked={to.readRepair}
            onChange={(readRepair) => change({ readRepair })}
          />
        )}
      </div>
      <Clients plan={plan} to={to} onChange={(clients) => change({ clients })} />
      <p class="bench-row">
        <button type="submit" class="button main" disabled={disabled}>
          Run with this set-up
        </button>
        <span class="soft">
          All operations and faults stay.{' '}
          {least > 1 && `They name ${least} nodes, so that many must stay as well.`}
        </span>
      </p>
    </form>
  )
}

interface ClientsProps {
  readonly plan: Plan
  readonly to: Resetting
  readonly onChange: (clients: Resetting['clients']) => void
}

/** Who asks, near which node, and by what clock. */
function Clients({ plan, to, onChange }: ClientsProps) {
  const [name, setName] = useState('')
  const { clients } = to
  const set = (id: string, more: Partial<Resetting['clients'][number]>) =>
    onChange(clients.map((client) => (client.id === id ? { ...client, ...more } : client)))
  const isFree = name.trim() !== '' && ![...clients, ...plan.nodes].some(({ id }) => id === name.trim())
  return (
    <fieldset class="bench-clients">
      <legend>Clients and their clocks</legend>
      {clients.map(({ id, near, offsetMs }) => (
        <div key={id} class="bench-fields" data-client={id}>
          <b class="bench-client">{id}</b>
          <Pick
            label={`${id} is near`}
            value={near ?? ''}
            options={[['', 'no node'], ...plan.nodes.map((node) => [node.id, node.id] as const)]}
            onChange={(value) => set(id, { near: value === '' ? undefined : value })}
          />
          <Count
            label={`${id}’s clock is off by`}
            value={offsetMs}
            least={-86_400_000}
            most={86_400_000}
            unit="ms"
            onChange={(ms) => set(id, { offsetMs: ms })}
          />
          {plan.ops.every(({ client }) => client !== id) && (
            <button
              type="button"
              class="button quiet"
              onClick={() => onChange(clients.filter((client) => client.id !== id))}
            >
              Remove<span class="visually-hidden"> {id}</span>
            </button>
          )}
        </div>
      ))}
      <div class="bench-fields">
        <Write label="Another client" value={name} onChange={setName} />
        <button
          type="button"
          class="button"
          disabled={!isFree}
          onClick={() => {
            onChange([...clients, { id: name.trim(), near: plan.nodes[0]?.id, offsetMs: 0 }])
            setName('')
          }}
        >
          Add
        </button>
      </div>
    </fieldset>
  )
}

interface LatencyProps {
  readonly latency: Resetting['latency']
  readonly onChange: (latency: Resetting['latency']) => void
}

function Latency({ latency: [least, most], onChange }: LatencyProps) {
  return (
    <>
      <Count
        label="A message takes at least"
        value={least}
        least={0}
        most={60_000}
        unit="ms"
        onChange={(ms) => onChange([ms, most])}
      />
      <Count
        label="and at most"
        value={most}
        least={0}
        most={60_000}
        unit="ms"
        onChange={(ms) => onChange([least, ms])}
      />
    </>
  )
}
