/** How well a reader recalled a card, in the four steps of FSRS. */
export type Grade = 'again' | 'hard' | 'good' | 'easy'

/** The grades from worst to best, in the order of their keys 1 to 4. */
export const grades: readonly Grade[] = ['again', 'hard', 'good', 'easy']

/** Whether a value read from a store is one of the four. */
export const isGrade = (value: unknown): value is Grade => (grades as readonly unknown[]).includes(value)
