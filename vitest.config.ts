import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** The files that take longest, longest first: the ten of them take half of all the time. */
const longest = [
  'content/challenges',
  'mutants/mutants',
  'content/engine',
  'content/cells',
  'cluster-bench/plan-code',
  'content/quiz',
  'cluster-bench/desk',
  'refinement/refinement',
  'outline/outline',
  'mutants/',
]

/** They begin first, so that at the end no core waits for one of them alone. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification) => {
      const at = longest.findIndex(
        (name) => moduleId.includes(`test/${name}`) || moduleId.includes(`/${name}.test`),
      )
      return at < 0 ? longest.length : at
    }
    return [...(await super.sort(files))].sort((one, other) => place(one) - place(other))
  }
}

export default defineConfig({
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    exclude: ['test/site/**', 'node_modules/**'],
    env: { TZ: 'UTC' },
    passWithNoTests: false,
    // A busy machine is slow, not wrong: no test measures time.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // By default one core stays free, which of two is half. Files share their worker's modules: what they test is pure,
    // and loading the engine anew for each of them took longer than the tests.
    maxWorkers: '100%',
    pool: 'threads',
    isolate: false,
    unstubGlobals: true,
    restoreMocks: true,
    setupFiles: ['test/fresh-modules.ts'],
    sequence: { sequencer: LongestFirst },
  },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
})
