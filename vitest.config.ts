import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    exclude: ['test/site/**', 'node_modules/**'],
    env: { TZ: 'UTC' },
    passWithNoTests: false,
    // A busy machine is slow, not wrong: no test measures time.
    testTimeout: 60_000,
  },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
})
