/** So many lessons a page lists as they are: the course has seven. */
const most = 12

/**
 * The lessons that a page lists: all of them while they're few, else those around the one that is open (or the first
 * ones), so that no page grows with the course. A list of fewer than all leads to all of them.
 * @param open where the open lesson is in the list; -1 on a page that is no lesson
 */
export function nearLessons<T>(lessons: readonly T[], open: number): readonly T[] {
  if (lessons.length <= most) return lessons
  const last = lessons.length - most
  const from = Math.min(Math.max(0, open - most / 2), last)
  return lessons.slice(from, from + most)
}
