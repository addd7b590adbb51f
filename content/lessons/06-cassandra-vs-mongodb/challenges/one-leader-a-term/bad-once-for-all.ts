/** What a node remembers: the highest term it has seen, and whom it voted for in that term. */
export type State = { term: number; votedFor: string | undefined }
/** A candidate asks for a vote in a term. */
export type Ballot = { term: number; candidate: string }

export const keepOn: 'memory' | 'disk' = 'disk'

export function vote(state: State, ballot: Ballot): { state: State; granted: boolean } {
  if (state.votedFor !== undefined && state.votedFor !== ballot.candidate) return { state, granted: false }
  return { state: { term: ballot.term, votedFor: ballot.candidate }, granted: true }
}
