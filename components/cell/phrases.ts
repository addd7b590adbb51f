import { EditorState } from '@codemirror/state'

/** What CodeMirror's panels and announcements say, in the words of this site; by what they say themselves. */
const phrases: Readonly<Record<string, string>> = {
  next: 'Next',
  previous: 'Previous',
  all: 'Select all',
  'match case': 'Match case',
  regexp: 'Regular expression',
  'by word': 'Whole words',
  Replace: 'Replace with',
  replace: 'Replace',
  'replace all': 'Replace all',
  close: 'Close',
  'Go to line': 'Go to line',
  go: 'Go',
  'current match': 'Match',
  'on line': 'on line',
  'replaced match on line $': 'Replaced the match on line $',
  'replaced $ matches': 'Replaced $ matches',
}

/** The editor that speaks so. */
export const speaking = EditorState.phrases.of(phrases)
