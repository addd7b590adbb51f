import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** Files that take longest begin first, so that at the end no core waits for one of them alone. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isLong = ({ moduleId }: TestSpecification) =>
      /test\/(?:mutants|figures\/cluster-bench|build)\//.test(moduleId)
    const sorted = await super.sort(files)
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))]
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
