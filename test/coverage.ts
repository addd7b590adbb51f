/** The folders of src whose every file has a floor: the engine, and what tells, keeps and runs. */
export const measured = ['engine', 'outline', 'learning', 'storage', 'sandbox', 'cells']

/** Folders of tests that run those files beside the tests of their own. */
export const measuring = ['systems', 'learner']

/** Of a hundred lines of a file so many are run by the unit tests, at the least. */
export const leastLines = 80

/** Files that have a floor of their own, and why. */
export const floors: { readonly [file: string]: number } = {
  // A record of few functions, half of which only a page calls.
  'engine/sharded/face.ts': 75,
  'engine/ring/repair-extras.ts': 75,
  // Fetching for a real page: test/site runs it.
  'cells/kit.ts': 5,
  // Packing is done once, by the script that made the benchmark's vectors.
  'engine/vectors/packed.ts': 50,
  'learning/kinds/place-points.ts': 75,
  'learning/kinds/predict-run.ts': 75,
}

/** Files that the unit tests run in another realm, where nobody counts lines, and where they're tested. */
export const runElsewhere: { readonly [file: string]: string } = {
  'sandbox/lockdown-words.ts': 'in the bundle of the prelude: test/sandbox/prelude.test.ts',
  'sandbox/guarded.ts': 'in the bundle of the prelude: test/sandbox/prelude.test.ts',
  'sandbox/name-node.ts': 'in the bundle of the prelude: test/sandbox/prelude.test.ts',
  'sandbox/prelude.ts': 'in the bundle of the prelude: test/sandbox/prelude.test.ts',
  'sandbox/running.ts': 'in the bundle of the prelude: test/sandbox/prelude.test.ts',
  'sandbox/lockdown.ts': 'in the bundle of the prelude: test/sandbox/prelude.test.ts',
  'sandbox/home.ts': 'in the bundle for Node: test/cells/take-home.test.ts',
  'sandbox/isolation.ts': 'needs a real frame: test/site',
  'cells/drafts.ts': 'needs a real page: test/site',
  'cells/kept-drafts.ts': 'needs a real page: test/site',
  'cells/open-texts.ts': 'needs a real page: test/site',
  'cells/fetched.ts': 'needs a real page: test/site',
  'cells/check.ts': 'needs a real page: test/site',
  'sandbox/draw-tree.ts': 'in the bundle of the prelude: test/content/cells.test.ts',
  'sandbox/pictures.ts': 'in the bundle of the prelude: test/content/cells.test.ts',
  // Asked for by the build alone.
  'engine/replica-set/log-words.ts': 'test/figures/two-databases',
  'engine/replica-set/versions.ts': 'data of a figure: test/figures/stories',
  'engine/vectors/scatter.ts': 'test/figures/stories',
  'learning/misconceptions.schema.ts': 'a schema that src/content.config.ts reads',
  'learning/quiz/predictions.ts': 'test/content/quiz.test.ts',
  'learning/quiz/references.ts': 'test/content/quiz.test.ts',
  'learning/teaching.schema.ts': 'test/content/teaching.test.ts',
}
