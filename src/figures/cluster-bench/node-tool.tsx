import { useState } from 'preact/hooks'
import { Chip } from './chip.tsx'
import { Count, Pick } from './fields.tsx'
import type { ToolProps } from './hand.tsx'
import { nodesNow } from './now.ts'

type Disk = 'keep' | 'lose-unsynced' | 'wipe'

const states = { up: 'is up', down: 'is down', paused: 'stands still' } as const

/** One node: crash, restart, pause, resume, set its clock. */
export function NodeTool({ branch, held, onHold, act }: ToolProps) {
  const [disk, setDisk] = useState<Disk>('keep')
  const [offsetMs, setOffset] = useState(500)
  const nodes = nodesNow(branch.played.outline, branch.at)
  const node = nodes.find(({ id }) => id === held.node) ?? nodes[0]!
  const { id, state } = node
  return (
    <div class="bench-tool">
      <div class="bench-segments" role="group" aria-label="Which node">
        {nodes.map((one) => (
          <button
            key={one.id}
            type="button"
            class="button"
            aria-pressed={one.id === id}
            aria-label={`Node ${one.id}`}
            onClick={() => onHold({ ...held, node: one.id })}
          >
            <Chip id={one.id} outline={branch.played.outline} />
          </button>
        ))}
      </div>
      <p class="bench-subject">
        {id} {states[state]}.
      </p>
      <div class="bench-fields">
        <Pick
          label="Its disk in the crash"
          value={disk}
          onChange={(next) => setDisk(next as Disk)}
          options={[
            ['keep', 'is kept'],
            ['lose-unsynced', 'loses what was not synced'],
            ['wipe', 'is wiped'],
          ]}
        />
        <button
          type="button"
          class="button"
          disabled={state === 'down' && disk !== 'wipe'}
          onClick={() => act({ do: 'crash', node: id, disk })}
        >
          Crash {id}
        </button>
        <button
          type="button"
          class="button"
          disabled={state !== 'down'}
          onClick={() => act({ do: 'restart', node: id })}
        >
          Restart {id}
        </button>
        <button
          type="button"
          class="button"
          disabled={state !== 'up'}
          onClick={() => act({ do: 'pause', node: id })}
        >
          Pause {id}
        </button>
        <button
          type="button"
          class="button"
          disabled={state !== 'paused'}
          onClick={() => act({ do: 'resume', node: id })}
        >
          Resume {id}
        </button>
      </div>
      <div class="bench-fields">
        <Count
          label="Its clock is off by"
          value={offsetMs}
          least={-86_400_000}
          most={86_400_000}
          unit="ms"
          onChange={setOffset}
        />
        <button
          type="button"
          class="button"
          onClick={() => act({ do: 'clock', of: id, clock: { offsetMs } })}
        >
          Set the clock of {id}
        </button>
      </div>
    </div>
  )
}
