import { useState } from 'preact/hooks'
import type { OfferedSystem } from './empty.ts'
import { mostReplicas, type Setting, usualSetting } from './setting.ts'
import { Check, Count, Pick } from '#figures/controls/fields.tsx'
import { Gallery, type KeptName } from './gallery.tsx'

interface Props {
  readonly kept: readonly KeptName[]
  readonly onKept: (id: string) => void
  readonly systems: readonly OfferedSystem[]
  readonly onEmpty: (setting: Setting, name: string) => void
}

/** Where a session begins: a plan of the lessons, or a cluster in which nothing has happened. */
export function StartPanel({ kept, systems, onKept, onEmpty }: Props) {
  return (
    <div class="bench-start">
      <Gallery kept={kept} onKept={onKept} />
      <EmptyCluster systems={systems} onEmpty={onEmpty} />
    </div>
  )
}

function EmptyCluster({ systems, onEmpty }: Pick<Props, 'systems' | 'onEmpty'>) {
  const [setting, setSetting] = useState<Setting>(usualSetting)
  const change = (more: Partial<Setting>) => setSetting((before) => ({ ...before, ...more }))
  const offered = systems.find(({ name }) => name === setting.system)!
  const { title, leastNodes, mostNodes, choices, levels: meanings } = offered
  const levels = Object.keys(meanings)
  const nodes = Math.max(leastNodes, Math.min(setting.nodes, mostNodes))
  const most = mostReplicas(setting)
  const replicas = Math.min(setting.replicas, most)
  const places = setting.datacentres === 2 ? 'in each of two datacentres' : ''
  const copies = choices.includes('replicas') ? `, ${replicas} replicas ${places}`.trimEnd() : ''
  const name = `${title.replace(/,.*$/, '')} of ${nodes}${copies}`
  return (
    <section class="bench-panel" aria-labelledby="bench-empty">
      <h3 id="bench-empty">An empty cluster</h3>
      <div class="bench-fields">
        <Pick
          label="System"
          value={setting.system}
          onChange={(system) => change({ system })}
          options={systems.map((system) => [system.name, system.title])}
        />
        <Count
          label={`Nodes (${leastNodes} to ${mostNodes})`}
          value={nodes}
          least={leastNodes}
          most={mostNodes}
          onChange={(count) => change({ nodes: count })}
        />
        {choices.includes('datacentres') && (
          <Replicas setting={setting} replicas={replicas} most={most} change={change} />
        )}
        <PickOne
          label="Writes wait for"
          value={setting.write}
          options={levels}
          onChange={(write) => change({ write })}
        />
        <PickOne
          label="Reads wait for"
          value={setting.read}
          options={levels.filter((level) => level !== 'ANY' && level !== 'EACH_QUORUM')}
          onChange={(read) => change({ read })}
        />
        {choices.includes('hints') && (
          <>
            <Check label="Hints" checked={setting.hints} onChange={(hints) => change({ hints })} />
            <Check
              label="Read repair"
              checked={setting.readRepair}
              onChange={(readRepair) => change({ readRepair })}
            />
          </>
        )}
      </div>
      <p class="soft bench-meaning">
        {setting.write}: {meanings[setting.write]}.
        {setting.read !== setting.write && ` ${setting.read}: ${meanings[setting.read]}.`}
        {choices.includes('hints') &&
          ' A hint is a write stored for a replica that’s down. Read repair updates stale replicas found during a read.'}
      </p>
      <p class="bench-row">
        <button
          type="button"
          class="button main"
          onClick={() => onEmpty({ ...setting, nodes, replicas }, `new: ${name}`)}
        >
          Create
        </button>
      </p>
    </section>
  )
}

interface ReplicasProps {
  readonly setting: Setting
  /** How many there are in each datacentre, and how many there may be. */
  readonly replicas: number
  readonly most: number
  readonly change: (more: Partial<Setting>) => void
}

/** How many datacentres there are, and how many replicas in each. */
function Replicas({ setting, replicas, most, change }: ReplicasProps) {
  return (
    <>
      <PickOne
        label="Datacentres"
        value={String(setting.datacentres)}
        options={['1', '2']}
        onChange={(value) => change({ datacentres: value === '2' ? 2 : 1 })}
      />
      <PickOne
        label={setting.datacentres === 2 ? 'Replicas in each' : 'Replicas'}
        value={String(replicas)}
        options={Array.from({ length: most }, (_, less) => String(less + 1))}
        onChange={(value) => change({ replicas: Number(value) })}
      />
    </>
  )
}

interface OneProps {
  readonly label: string
  readonly value: string
  readonly options: readonly string[]
  readonly onChange: (value: string) => void
}

function PickOne({ options, ...props }: OneProps) {
  return <Pick {...props} options={options.map((option) => [option, option])} />
}
