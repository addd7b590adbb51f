import type { Ending, Story } from './story.ts'
import { dayCount } from './days.ts'
import { endingNames } from './words.ts'

/** One field for each day that the repair may run on, painted by the ending of its run. */
export function EndingStrip(props: { stories: readonly Story[]; chosen: number }) {
  const { stories, chosen } = props
  return (
    <ol class="zombie-strip" aria-label="How the party ends, by the day of the repair">
      {Array.from({ length: dayCount }, (_, day) => {
        const ending = stories[day]?.ending
        return (
          <li
            key={day}
            data-day={day}
            data-ending={ending ?? 'unknown'}
            data-chosen={day === chosen ? '' : undefined}
          >
            <span class="visually-hidden">
              Repair on day {day}: {ending === undefined ? 'not run yet' : endingNames[ending]}
            </span>
            {ending !== undefined && (
              <svg viewBox="0 0 20 20" aria-hidden="true">
                <EndingSign ending={ending} />
              </svg>
            )}
          </li>
        )
      })}
    </ol>
  )
}

/** A slice of cake, an empty plate, a plate in doubt. */
export function EndingSign({ ending }: { ending: Ending }) {
  if (ending === 'cooked') return <path d="M2 15.5V9.5L14 4c2.2.8 3.6 2.6 4 5.5v6zM2 9.5h16" />
  if (ending === 'gone') return <path d="M2 10a8 8 0 1 0 16 0 8 8 0 1 0-16 0M6.5 10.5l2.5 2.5 4.5-5.5" />
  return <path d="M2 10a8 8 0 1 0 16 0 8 8 0 1 0-16 0M7 7l6 6M13 7l-6 6" />
}
