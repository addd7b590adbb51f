import { Act } from '#figures/controls/act.tsx'
import { useState } from 'preact/hooks'
import { Chip } from './chip.tsx'
import { disks } from './meanings.ts'
import { Count, Pick } from '#figures/controls/fields.tsx'
import type { ToolProps } from './tool.ts'
import { nodesNow } from './moment-state.ts'

type Disk = keyof typeof disks

const states = { up: 'is up', down: 'is down', paused: 'is paused' } as const

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
            ['kill', 'loses what the process held (kill -9)'],
            ['lose-unsynced', 'loses unsynced data'],
            ['wipe', 'is wiped'],
          ]}
        />
        <Act can={state !== 'down' || disk === 'wipe'} onAct={() => act({ do: 'crash', node: id, disk })}>
          Crash {id}
        </Act>
        <Act can={state === 'down'} onAct={() => act({ do: 'restart', node: id })}>
          Restart {id}
        </Act>
        <Act can={state === 'up'} onAct={() => act({ do: 'pause', node: id })}>
          Pause {id}
        </Act>
        <Act can={state === 'paused'} onAct={() => act({ do: 'resume', node: id })}>
          Resume {id}
        </Act>
      </div>
      <p class="soft bench-meaning">
        {disks[disk]} A paused node keeps its memory and does nothing, as in a long garbage collection.
        Messages to it wait.
      </p>
      <div class="bench-fields">
        <Count
          label="Its clock is off by"
          value={offsetMs}
          least={-86_400_000}
          most={86_400_000}
          unit="ms"
          onChange={setOffset}
        />
        <Act onAct={() => act({ do: 'clock', of: id, clock: { offsetMs } })}>Set the clock of {id}</Act>
      </div>
    </div>
  )
}
