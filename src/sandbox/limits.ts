/**
 * How much a cell may show and how long it may take. The prelude keeps them and says so; the frame and the page keep
 * wider ones again, because the code inside may have broken the prelude.
 */
export const limits = {
  /** From the worker's first message. Outruns what a loop can allocate, which nothing else bounds. */
  timeMs: 2000,
  /** From asking for a run to the worker's first message. */
  silenceMs: 5000,
  items: 500,
  /** Characters of all items of a run: of their texts, and one for each number and truth. */
  characters: 200_000,
  /** Characters of the strings in one printed argument, all levels together. */
  argumentCharacters: 50_000,
  /** Arguments of one call of console.log; columns of a table. */
  arguments: 20,
  /** Messages that the frame passes on for one run. */
  messages: 800,
  stringCharacters: 2000,
  depth: 8,
  /** Entries shown of one list or record. */
  entries: 100,
  /** Values shown in one printed argument, all levels together. */
  nodes: 1000,
  bytes: 64,
  /** Pictures, where nothing else is shown: each counts as ten items. */
  pictures: 50,
  /** Parts of one picture's data. */
  pictureNodes: 50_000,
  /** Events of one picture of a run. The page runs it once more, and stops there as well. */
  pictureEvents: 12_000,
  /** Events of all pictures of runs that one cell shows; equal runs count once. */
  allPicturesEvents: 36_000,
  /** Partitions in the background of a run that is drawn. */
  pictureBackground: 50_000,
  tableRows: 200,
  tableColumns: 20,
  values: 100,
  /** Names whose values a watched run tells, and the characters of each. */
  seenNames: 300,
  seenCharacters: 300,
  /** Lines with a wait, and the waits told of each. */
  waitSites: 100,
  waits: 50,
  /** Errors told of those inside another one. */
  innerErrors: 8,
  /** Runs that are kept for a judge. */
  keptRuns: 100,
} as const
