import { stemmer } from 'stemmer'

/** Words that say nothing about the subject of a text. */
const stopWords = new Set(
  `a about after all also an and any are as at be because been before but by can could did do does for from had has have
  he her him his how i if in into is it its just may me more most my no nor not of off on once one or other our out over
  own s same she should so some such t than that the their them then there these they this those to too under until up
  us was we were what when where which while who whom why will with would you your`.split(/\s+/),
)

/** The terms of a text for keyword search: its words in lower case, brought to their stems, without stop words. */
export function termsOf(text: string): readonly string[] {
  return (text.toLowerCase().match(/[a-z0-9]+/g) ?? []).filter((word) => !stopWords.has(word)).map(stemmer)
}

/** What the story calls things, beside the field's words for them. */
const meanings: readonly (readonly [RegExp, string])[] = [
  [/\bkitchens?\b/gi, 'node server machine replica'],
  [/\bslips?\b/gi, 'row record'],
  [/\bwaiters?\b/gi, 'client application'],
  [/\bguests?\b/gi, 'user'],
  [/\bcooks?\b/gi, 'client reader'],
  [/\bphones?\b/gi, 'network link message'],
  [/\bboss\b/gi, 'leader primary'],
  [/\borders?\b/gi, 'write'],
  [/\bcake\b/gi, 'answer'],
]

/** The text with the field's words behind the story's: indexed, and never shown. */
export function withMeanings(text: string): string {
  const found = meanings.flatMap(([story, meaning]) => (story.test(text) ? [meaning] : []))
  for (const [story] of meanings) story.lastIndex = 0
  return found.length === 0 ? text : `${text} ${found.join(' ')}`
}
