/** Where a reader reports a question. The one place to change when the repository moves. */
export const issuesAddress = 'https://github.com/anti-entropy-notebook/anti-entropy/issues/new'
