import type { Happening } from './happenings.ts'
import { seconds } from './words.ts'

/** The picture's numbers in words. */
export function HappeningsList({ happenings }: { happenings: readonly Happening[] }) {
  return (
    <ol class="worlds-list">
      {happenings.map(({ atMs, node, text, bad }, index) => (
        <li key={index} class={bad ? 'bad' : undefined}>
          <span class="worlds-time">{seconds(atMs)}</span>
          <span>
            <span class={`node node-${node}`}>{node}</span> {text}
          </span>
        </li>
      ))}
    </ol>
  )
}

/** The same happenings as one text, for the picture’s label. */
export function happeningsInWords(happenings: readonly Happening[]): string {
  return happenings.map(({ atMs, node, text }) => `At ${seconds(atMs)} ${node} ${text}.`).join(' ')
}
