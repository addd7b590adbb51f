import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { defineConfig } from 'vitest/config'
import { floors, leastLines, measured, measuring, runElsewhere } from './test/coverage.ts'
import base from './vitest.config.ts'

const files = measured.flatMap((folder) =>
  (readdirSync(join('src', folder), { recursive: true }) as string[])
    .filter((path) => path.endsWith('.ts'))
    .map((path) => `${folder}/${path.replaceAll('\\', '/')}`),
)

/** The unit tests of some folders once more, counting which lines ran: `npm run coverage`. */
export default defineConfig({
  ...base,
  test: {
    ...base.test,
    include: [...measured, ...measuring].map((folder) => `test/${folder}/**/*.test.{ts,tsx}`),
    // It runs for minutes what shorter tests have run already.
    exclude: ['test/engine/replica-set/refinement/**'],
    coverage: {
      reportOnFailure: true,
      enabled: true,
      provider: 'v8',
      include: measured.map((folder) => `src/${folder}/**/*.ts`),
      exclude: Object.keys(runElsewhere).map((file) => `src/${file}`),
      reporter: [['text', { skipFull: true, maxCols: 100 }], 'json-summary'],
      reportsDirectory: '.cache/coverage',
      // One for each file: a floor for all would stand beside those that have their own.
      thresholds: Object.fromEntries(
        files
          .filter((file) => !(file in runElsewhere))
          .map((file) => [`src/${file}`, { lines: floors[file] ?? leastLines }]),
      ),
    },
  },
})
