/** A paragraph of the course, or what stands for one: a table's row, a list's item. */
export interface Passage {
  /** `slug/section/number`: the number counts the passages of the section from 1. */
  readonly id: string
  /** The slug of its lesson or reference page. */
  readonly slug: string
  /** Where its page is, below the site's root: `lessons/replicas/`. */
  readonly page: string
  /** The page's title and the heading above the passage. */
  readonly title: string
  readonly heading: string
  /** The heading's anchor; empty for what stands above the first heading. */
  readonly section: string
  readonly text: string
}
