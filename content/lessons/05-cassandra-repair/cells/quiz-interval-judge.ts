import { answer, plan, ring, run } from 'engine'

const hour = 3_600_000
const day = 24 * hour
const repairDays = 3

/**
 * A cancelled order that B missed: is it cooked again? A repair only has what stood on the disks when it began, and is
 * done three days later: the run asks for it where its streams arrive, if it began after the delete.
 */
function isCookedAgain(startsOn: readonly number[], deleteDay: number): boolean {
  const party = startsOn
    .filter((start) => start > deleteDay)
    .reduce(
      (before, start) => before.at((start + repairDays) * day).repair('A'),
      plan(ring())
        .at(0)
        .write('table 3', 'walnut cake', { via: 'A', level: 'ALL' })
        .at(deleteDay * day - 12 * hour)
        .crash('B')
        .at(deleteDay * day)
        .delete('table 3', { via: 'A', level: 'QUORUM' })
        .at(deleteDay * day + hour * 6)
        .restart('B'),
    )
  return answer(run(party.at(60 * day).read('table 3', { via: 'A' }))) === 'walnut cake'
}

console.log('An order is cancelled on each day of a month, while B is down.')

/** The checks that these days pass: each day on which something may be deleted is tried, next month's starts included. */
export function passed(startsOn: readonly number[]): string {
  const starts = [...startsOn, ...startsOn.map((start) => start + 30)].filter((start) =>
    Number.isFinite(start),
  )
  const deletes = Array.from({ length: 30 }, (_, index) => index + 1)
  const safe = startsOn.length <= 31 && deletes.every((deleteDay) => !isCookedAgain(starts, deleteDay))
  const cheap = startsOn.length <= 5
  return [...(safe ? ['safe'] : []), ...(cheap ? ['cheap'] : [])].join(' ') || 'none'
}
