/**
 * Where a reader reports a question: the address of a form for a new issue, given to the build as PUBLIC_ISSUES. Without
 * one the report is copied, for the reader to send where they like.
 */
export const issuesAddress: string | undefined = import.meta.env.PUBLIC_ISSUES
