import type { ComponentChildren } from 'preact'

/** What a sign of the picture looks like, drawn as there, and what it means. */
const signs: readonly (readonly [drawn: ComponentChildren, means: string])[] = [
  [<path class="cluster-flight" d="M2 4L38 16" />, 'a message, from sender to receiver'],
  [<path class="cluster-flight" d="M2 4L38 16" stroke-dasharray="5 3.5" />, 'an answer'],
  [
    <>
      <path class="cluster-flight" d="M2 4L26 12" />
      <path class="cluster-cross" d="M22 8l8 8m0-8l-8 8" />
    </>,
    'a message that was lost',
  ],
  [<path class="cluster-bar" d="M2 10H38" />, 'a client waiting, from its request to the answer'],
  [
    <path class="cluster-line" d="M2 10H38" stroke-dasharray="1 7" stroke-linecap="round" />,
    'a node that is down',
  ],
  [<path class="cluster-line" d="M2 10H38" stroke-dasharray="7 6" />, 'a node that’s paused'],
  [
    <path class="cluster-torn" d="M10 0l4 5l-4 5l4 5l-4 5h18l4 -5l-4 -5l4 -5l-4 -5z" />,
    'a quiet stretch, folded, with its real length below',
  ],
  [
    <g class="cluster-chatter">
      <path d="M6 5h28M9 10h22M6 15h28" />
    </g>,
    'background messages in a folded stretch, and how many: gossip or heartbeats that say nothing new',
  ],
]

/** The legend of the picture. */
export function Legend() {
  return (
    <details class="fold bench-fold bench-signs">
      <summary>Legend</summary>
      <ul>
        {signs.map(([drawn, means]) => (
          <li key={means}>
            <svg class="cluster-from-client" viewBox="0 0 40 20" width="40" height="20" aria-hidden="true">
              {drawn}
            </svg>
            {means}
          </li>
        ))}
      </ul>
      <p class="soft">
        Each node has its own letter, colour and shape everywhere. Time runs to the right. Longer waits are
        wider, but not in proportion, so read the exact times below.
      </p>
    </details>
  )
}
