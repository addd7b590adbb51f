import { FindTurn } from '#figures/no-return/find-turn.tsx'

/** The search for a point of no return, in a lesson. */
export default FindTurn
