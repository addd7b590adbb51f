import { useEffect, useId, useRef } from 'preact/hooks'
import { conditionsOf } from '#figures/cluster/conditions.ts'
import { statesAt } from '#figures/cluster/frame.ts'
import { lanesOf } from '#figures/cluster/lanes.ts'
import { momentText } from '#figures/cluster/moment.ts'
import type { ShownMoment } from './choices.ts'
import { momentMs } from './session.ts'

interface Props {
  readonly branch: ShownMoment
  readonly node: string
  readonly onClose: () => void
}

/** Everything that a node holds and believes at the moment that is shown: it follows the playhead until it's closed. */
export function Knows({ branch, node, onClose }: Props) {
  const id = useId()
  const head = useRef<HTMLHeadingElement>(null)
  useEffect(() => head.current?.focus(), [node])
  const { outline } = branch.played
  const lane = lanesOf(outline).find(({ id }) => id === node)
  const state = statesAt(outline, branch.at, branch.at).get(node)
  const conditions = lane === undefined ? [] : conditionsOf(outline, lane, branch.at)
  return (
    <section class="cluster-open" aria-labelledby={id}>
      <header>
        <h4 id={id} tabIndex={-1} ref={head}>
          What {node} knows at {momentText(momentMs(branch))}
        </h4>
        <button type="button" class="button quiet icon" aria-label="Close what it knows" onClick={onClose}>
          ✕
        </button>
      </header>
      {state?.up === false ? (
        <p class="bench-known">Nothing: it’s down.</p>
      ) : (state?.lines.length ?? 0) + conditions.length === 0 ? (
        <p class="bench-known">Nothing yet: it holds no rows and has heard nothing about the other nodes.</p>
      ) : (
        <dl>
          {conditions.map(({ kind, text }) => (
            <div key={kind}>
              <dt>Its condition</dt>
              <dd>{text}</dd>
            </div>
          ))}
          {state?.lines.map(({ id, label, value, detail }) => (
            <div key={id}>
              <dt>{label}</dt>
              <dd>
                {value}
                {detail !== undefined && <span class="soft"> {detail}</span>}
              </dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  )
}
