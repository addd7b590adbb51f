/** What looks for a plan that breaks a check, makes it small, and finds the moment at which it turned. */
export { branch, type Edit } from './branch.ts'
export { breaks, search, searchSteps, type Found, type SearchProgress } from './search.ts'
export { entryCount, shrink, shrinkSteps, type ShrinkProgress } from './shrink.ts'
export {
  pointOfNoReturn,
  pointOfNoReturnSteps,
  type FuturesOptions,
  type Jump,
  type PointOfNoReturn,
  type Rewound,
} from './futures.ts'
export { judge, type Challenge, type Cost, type Judgement, type Spent } from './judge.ts'
