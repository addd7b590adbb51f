import { defineConfig } from '@playwright/test'
import { findChromium } from './scripts/chromium.ts'

// Found once, by the first process; the workers that Playwright starts read it from the environment.
process.env.CHROMIUM_PATH ??= findChromium()

/** Browser tests run on the built site, served as a static host would, under its real policy. */
export default defineConfig({
  testDir: 'test/site',
  testMatch: '**/*.spec.ts',
  globalSetup: './test/site/serve-built.ts',
  fullyParallel: true,
  // Most machines have two cores, and a page often waits: three at a time take a seventh less than two.
  workers: 3,
  retries: 0,
  forbidOnly: true,
  // A busy machine is slow, not wrong: no browser test measures time, and each waits for what it asserts.
  timeout: 120_000,
  expect: { timeout: 15_000 },
  reporter: [['list'], ['json', { outputFile: '.cache/playwright.json' }]],
  use: {
    viewport: { width: 1280, height: 900 },
    launchOptions: { executablePath: process.env.CHROMIUM_PATH },
    locale: 'en-GB',
    timezoneId: 'UTC',
    // A page kept by the service worker would hide what the server gives: the offline test alone lets it work.
    serviceWorkers: 'block',
    // A trace copies the page at each step, which takes as long as the step. Ask for one: --trace on.
    trace: 'off',
    screenshot: 'only-on-failure',
  },
})
