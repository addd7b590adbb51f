import { Act } from '#figures/controls/act.tsx'
import { useState } from 'preact/hooks'
import type { Fault, Op, Plan } from '#engine/core/types.ts'
import { momentText } from '#figures/cluster/moment.ts'
import { counted } from '#figures/quantity.ts'
import { deedText } from '#outline/entry-text.ts'
import type { Traits } from './run-service.ts'
import { EntryForm } from './entry-form.tsx'
import { seed } from './meanings.ts'

interface Props {
  readonly plan: Plan
  readonly disabled: boolean
  readonly onStrike: (id: string, name: string) => void
  readonly onSeed: (seed: number) => void
  /** Changes an entry where it stands. */
  readonly onSave: (entry: Op | Fault, name: string) => void
  readonly levels: Traits['levels']
}

/** The plan itself: all that is asked and all that goes wrong, each of which can be struck out. */
export function Entries({ plan, disabled, onStrike, onSeed, onSave, levels }: Props) {
  const [open, setOpen] = useState<string>()
  const entries = [...plan.faults, ...plan.ops].sort((one, other) => one.at - other.at)
  return (
    <details class="fold bench-fold">
      <summary>
        The plan: {counted(entries.length, 'entry', 'entries')}, seed {plan.seed}
      </summary>
      {entries.length === 0 ? (
        <p class="soft">There are no operations and no faults yet. Add one above.</p>
      ) : (
        <ol class="bench-entries">
          {entries.map((entry) => (
            <li key={entry.id} data-entry={entry.id}>
              <span class="bench-entry-time">{momentText(entry.at)}</span>
              <span>
                {'client' in entry && <span class="soft">{entry.client}: </span>}
                {deedText(entry)}
              </span>
              <Act
                kind="quiet"
                can={!disabled}
                onAct={() => setOpen(open === entry.id ? undefined : entry.id)}
              >
                Edit<span class="visually-hidden"> {deedText(entry)}</span>
              </Act>
              <Act
                kind="quiet"
                can={!disabled}
                onAct={() => onStrike(entry.id, `without: ${deedText(entry)}`)}
              >
                Remove<span class="visually-hidden"> {deedText(entry)}</span>
              </Act>
              {open === entry.id && (
                <EntryForm
                  plan={plan}
                  entry={entry}
                  levels={levels}
                  onClose={() => setOpen(undefined)}
                  onSave={(next) => {
                    setOpen(undefined)
                    onSave(next, `changed: ${deedText(next)}`)
                  }}
                />
              )}
            </li>
          ))}
        </ol>
      )}
      <p class="bench-row">
        <Act can={!disabled} onAct={() => onSeed((plan.seed + 1) >>> 0)}>
          Run with seed {(plan.seed + 1) >>> 0}
        </Act>
        <span class="soft">{seed}</span>
      </p>
    </details>
  )
}
