/** What the page of the notes calls a verdict. */
export const verdictNames = {
  right: 'Right',
  imprecise: 'Right, with a condition',
  wrong: 'Wrong',
  opinion: 'An opinion',
} as const

/** What became of a claim of the notes. */
export type Verdict = keyof typeof verdictNames

/** All verdicts, in the order in which they're listed. */
export const verdicts = Object.keys(verdictNames) as readonly Verdict[]

/** The sign before a verdict, so that it isn't told by colour alone. */
export const verdictSigns = { right: '✓', imprecise: '≈', wrong: '✗', opinion: '?' } as const
