import Doors from '#components/figures/Doors.astro'

/** What an author may write in a lesson's MDX: every name here is a tag there. Nothing else is. */
export const authorComponents = { Doors }
