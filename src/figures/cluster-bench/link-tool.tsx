import { Act } from '#figures/controls/act.tsx'
import { useState } from 'preact/hooks'
import { Pick } from '#figures/controls/fields.tsx'
import type { ToolProps } from './tool.ts'
import { placesOf } from './moment-state.ts'

const rest = 'all other nodes'

/** The way between two sides: cut it, mend it. */
export function LinkTool({ branch, held, act }: ToolProps) {
  const { plan, outline } = branch.played
  const places = placesOf(plan)
  const [chosenFrom, setFrom] = useState<string>()
  const [chosenTo, setTo] = useState(rest)
  const [isOneWay, setOneWay] = useState(false)
  const from = chosenFrom ?? held.node ?? places[0]!.name
  const one = places.find(({ name }) => name === from) ?? places[0]!
  const others = places.filter(({ nodes }) => !nodes.some((node) => one.nodes.includes(node)))
  const two = others.find(({ name }) => name === chosenTo)
  const everyone = [...plan.nodes, ...plan.clients].map(({ id }) => id)
  const to = two?.nodes ?? plan.nodes.map(({ id }) => id).filter((id) => !one.nodes.includes(id))
  const cutNow = outline.cuts.filter(
    ({ index, healedIndex }) => index <= branch.at && (healedIndex === null || healedIndex > branch.at),
  )
  const sides = { from: one.nodes, to, ...(isOneWay ? { oneWay: true } : {}) }
  const words = `${from} and ${two?.name ?? rest}`
  return (
    <div class="bench-tool">
      <div class="bench-fields">
        <Pick
          label="Between"
          value={one.name}
          onChange={setFrom}
          options={places.map(({ name }) => [name, name])}
        />
        <Pick
          label="and"
          value={two?.name ?? rest}
          onChange={setTo}
          options={[[rest, rest], ...others.map(({ name }) => [name, name] as const)]}
        />
        <label class="bench-check">
          <input
            type="checkbox"
            checked={isOneWay}
            onChange={({ currentTarget }) => setOneWay(currentTarget.checked)}
          />
          only messages from {one.name}
        </label>
      </div>
      <p class="bench-row">
        <Act can={to.length > 0} onAct={() => act({ do: 'cut', ...sides })}>
          Cut
          <span class="visually-hidden"> the link between {words}</span>
        </Act>
        <Act can={cutNow.length > 0} onAct={() => act({ do: 'mend', ...sides })}>
          Heal
          <span class="visually-hidden"> the link between {words}</span>
        </Act>
        <Act can={cutNow.length > 0} onAct={() => act({ do: 'mend', from: [], to: [] })}>
          Heal all links
        </Act>
        <Act
          onAct={() =>
            act({ do: 'cut', from: one.nodes, to: everyone.filter((id) => !one.nodes.includes(id)) })
          }
        >
          Cut {one.name} from clients too
        </Act>
      </p>
      <p class="soft">
        {cutNow.length === 0
          ? 'All links are up.'
          : `Cut now: ${cutNow.map(({ from: left, to: right, oneWay }) => `${left.join(', ') || 'everyone'} ${oneWay ? 'to' : 'and'} ${right.join(', ') || 'everyone'}`).join('; ')}.`}
      </p>
    </div>
  )
}
