import { counted, grouped } from '#text/numbers.ts'
import type { Progress } from '#sandbox/items.ts'

/** How far a run has come: "340 of 1,000 seeds tried". */
export function progressWords({ of, done, all }: Progress): string {
  const far = all === undefined ? grouped(done) : `${grouped(done)} of ${grouped(all)}`
  switch (of) {
    case 'seeds':
      return `${far} seeds tried`
    case 'plans':
      return `${far} plans played`
    case 'moments':
      return `${counted(done, 'moment')} rewound to`
    case 'entries':
      return `${counted(done, 'entry', 'entries')} left`
  }
}
