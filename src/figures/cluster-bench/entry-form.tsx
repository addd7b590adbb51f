import { useState } from 'preact/hooks'
import type { Fault, Json, Op, Plan } from '#engine/core/types.ts'
import type { Traits } from './run-service.ts'
import { Count, Pick, Write } from '#figures/controls/fields.tsx'

type Entry = Op | Fault

interface Props {
  readonly plan: Plan
  readonly entry: Entry
  readonly levels: Traits['levels']
  readonly onSave: (entry: Entry) => void
  readonly onClose: () => void
}

const longestMs = 366 * 24 * 3600 * 1000

/** An entry of the plan, changed where it stands: when it happens, who does it, and what of it is a word or a number. */
export function EntryForm({ plan, entry, levels, onSave, onClose }: Props) {
  const [now, setNow] = useState<Entry>(entry)
  const set = (more: object) => setNow((before) => ({ ...before, ...more }) as Entry)
  const nodes = plan.nodes.map(({ id }) => [id, id] as const)
  return (
    <form
      class="bench-fields bench-entry-form"
      onSubmit={(event) => {
        event.preventDefault()
        onSave(now)
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.stopPropagation()
        onClose()
      }}
    >
      <Count label="At" value={now.at} least={0} most={longestMs} unit="ms" onChange={(at) => set({ at })} />
      {'client' in now && (
        <>
          <Pick
            label="Client"
            value={now.client}
            options={plan.clients.map(({ id }) => [id, id])}
            onChange={(client) => set({ client })}
          />
          <Pick
            label="Coordinator"
            value={now.coordinator ?? ''}
            options={[['', 'any (the client chooses)'], ...nodes]}
            onChange={(id) => setNow(coordinatedBy(now, id))}
          />
          <Arguments op={now} levels={levels} onChange={(args) => set({ args })} />
        </>
      )}
      {'node' in now && (
        <Pick label="Node" value={now.node} options={nodes} onChange={(node) => set({ node })} />
      )}
      {now.do === 'clock' && 'clock' in now && (
        <Count
          label="Off by"
          value={now.clock.offsetMs}
          least={-86_400_000}
          most={86_400_000}
          unit="ms"
          onChange={(offsetMs) => set({ clock: { ...now.clock, offsetMs } })}
        />
      )}
      {'byMs' in now && (
        <Count
          label="By"
          value={now.byMs ?? 0}
          least={0}
          most={longestMs}
          unit="ms"
          onChange={(byMs) => set({ byMs })}
        />
      )}
      <span class="bench-row">
        <button type="submit" class="button main">
          Save
        </button>
        <button type="button" class="button" onClick={onClose}>
          Cancel
        </button>
      </span>
    </form>
  )
}

function coordinatedBy(op: Op, id: string): Op {
  const { coordinator: _, ...rest } = op
  return id === '' ? rest : { ...rest, coordinator: id }
}

interface ArgumentsProps {
  readonly op: Op
  readonly levels: Traits['levels']
  readonly onChange: (args: Json) => void
}

/** What an operation is given, as far as it is words and numbers: the rest stays as it is. */
function Arguments({ op: { args }, levels, onChange }: ArgumentsProps) {
  if (typeof args !== 'object' || args === null || Array.isArray(args)) return null
  const given = args as { readonly [name: string]: Json }
  return (
    <>
      {Object.entries(given).map(([name, value]) =>
        name === 'level' && typeof value === 'string' && levels.length > 0 ? (
          <Pick
            key={name}
            label="Level"
            value={value}
            options={[...new Set([value, ...levels])].map((one) => [one, one])}
            onChange={(level) => onChange({ ...given, level })}
          />
        ) : typeof value === 'string' ? (
          <Write
            key={name}
            label={`${name[0]?.toUpperCase()}${name.slice(1)}`}
            value={value}
            onChange={(text) => onChange({ ...given, [name]: text })}
          />
        ) : typeof value === 'number' && Number.isInteger(value) ? (
          <Count
            key={name}
            label={`${name[0]?.toUpperCase()}${name.slice(1)}`}
            value={value}
            least={-longestMs}
            most={longestMs}
            onChange={(number) => onChange({ ...given, [name]: number })}
          />
        ) : null,
      )}
    </>
  )
}
