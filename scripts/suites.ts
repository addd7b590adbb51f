/** Every suite whose tally counts in the sum of a full run, in the order they run. */
export const checkSuites = [
  'format',
  'types of pages and content',
  'types of the engine',
  'types of cells',
  'lint and boundaries',
  'unused code',
] as const

export const testSuites = ['conformance', 'unit, property and content tests', 'browser tests'] as const
