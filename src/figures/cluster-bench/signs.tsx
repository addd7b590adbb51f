import type { ComponentChildren } from 'preact'

/** What a sign of the picture looks like, drawn as there, and what it means. */
const signs: readonly (readonly [drawn: ComponentChildren, means: string])[] = [
  [<path class="cluster-flight" d="M2 4L38 16" />, 'a message, from who sent it to who got it'],
  [<path class="cluster-flight" d="M2 4L38 16" stroke-dasharray="5 3.5" />, 'an answer to one'],
  [
    <>
      <path class="cluster-flight" d="M2 4L26 12" />
      <path class="cluster-cross" d="M22 8l8 8m0-8l-8 8" />
    </>,
    'a message that was lost',
  ],
  [<path class="cluster-bar" d="M2 10H38" />, 'what a client waits for, from the call to the answer'],
  [
    <path class="cluster-line" d="M2 10H38" stroke-dasharray="1 7" stroke-linecap="round" />,
    'a node that is down',
  ],
  [<path class="cluster-line" d="M2 10H38" stroke-dasharray="7 6" />, 'a node that stands still'],
  [
    <path class="cluster-torn" d="M10 0l4 5l-4 5l4 5l-4 5h18l4 -5l-4 -5l4 -5l-4 -5z" />,
    'a quiet stretch, folded: below it stands how long it really was',
  ],
  [
    <g class="cluster-chatter">
      <path d="M6 5h28M9 10h22M6 15h28" />
    </g>,
    'background messages in a folded stretch, and how many: gossip or heartbeats that say nothing new',
  ],
]

/** The legend of the picture. */
export function Signs() {
  return (
    <details class="fold bench-fold bench-signs">
      <summary>Signs in the picture</summary>
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
        Each node has a letter, a colour and a shape of its own, the same everywhere. Time runs to the right;
        a longer wait is drawn wider, but not in proportion: the times below are exact.
      </p>
    </details>
  )
}
