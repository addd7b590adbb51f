/** The checks: the suite's name, then the command and what it is given. */
export const checks: readonly [suite: string, name: string, ...args: string[]][] = [
  ['format', 'prettier', '--check', '--log-level', 'warn', '.'],
  ['types of pages and content', 'astro', 'check', '--minimumFailingSeverity', 'hint'],
  ['types of the engine', 'tsc', '-p', 'src/engine'],
  ['types of cells', 'tsc', '-p', 'content'],
  ['lint and boundaries', 'eslint', '.', '--max-warnings=0'],
  ['stylesheets', 'stylelint', '{src,components}/**/*.css'],
  ['unused code', 'knip'],
]

/** Every suite whose tally counts in the sum of a full run, in the order they run. */
export const checkSuites: readonly string[] = checks.map(([suite]) => suite)

export const testSuites = ['conformance', 'unit, property and content tests', 'browser tests'] as const
