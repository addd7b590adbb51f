/** The checks: the suite's name, then the command and what it's given. */
export const checks: readonly [suite: string, name: string, ...args: string[]][] = [
  // The two that take longest begin first, so that at the end no core waits for one of them alone.
  ['types of pages and content', 'astro', 'check', '--minimumFailingSeverity', 'hint'],
  ['lint and boundaries', 'eslint', '.', '--max-warnings=0'],
  ['format', 'prettier', '--check', '--log-level', 'warn', '.'],
  ['types of the engine', 'tsc', '-p', 'src/engine'],
  ['types of cells', 'tsc', '-p', 'content'],
  ['unused code', 'knip'],
  ['stylesheets', 'stylelint', '{src,components}/**/*.css'],
]

/** Every suite whose tally counts in the sum of a full run, in the order they run. */
export const checkSuites: readonly string[] = checks.map(([suite]) => suite)

/** What `npm test` runs, in this order. */
export const testSuites = ['conformance', 'unit, property and content tests', 'browser tests'] as const
