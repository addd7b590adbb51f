import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    exclude: ['test/site/**', 'node_modules/**'],
    env: { TZ: 'UTC' },
    passWithNoTests: false,
  },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
})
