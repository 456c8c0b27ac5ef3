/** How the end-to-end stories run. `pnpm exec playwright test` is enough: it finds a browser and builds the pages first. */
import { defineConfig } from '@playwright/test'
import { playwrightOptions } from './tools/playwright-options.mjs'

const { node, launchOptions } = playwrightOptions()

// The stories start servers, which need a newer Node than Playwright does: its workers run on the one that suits both.
process.execPath = node

const takesPictures = process.env.HAYKAL_SHOTS === '1'

export default defineConfig({
  testDir: 'e2e',
  globalSetup: ['./tools/playwright-setup.mjs', './e2e/fixtures/prepare-sample.ts'],
  outputDir: 'test-results',
  forbidOnly: Boolean(process.env.CI),
  fullyParallel: false,
  workers: 2,
  retries: 0,
  reporter: 'list',
  // Our own fonts are drawn everywhere; the tolerance is for another browser's edges of letters.
  expect: {
    toHaveScreenshot: { pathTemplate: '{testDir}/pictures/{arg}{ext}', maxDiffPixelRatio: 0.02, threshold: 0.3 },
  },
  use: {
    locale: 'en',
    timezoneId: 'UTC',
    // What was done and asked for, without a picture of each step: those make every story a third longer.
    trace: { mode: 'retain-on-failure', screenshots: false, snapshots: false, sources: false },
    screenshot: 'only-on-failure',
    launchOptions,
  },
  projects: takesPictures
    ? [{ name: 'shots', testMatch: 'shots.e2e.ts' }]
    : [{ name: 'stories', testMatch: '*.e2e.ts', testIgnore: 'shots.e2e.ts' }],
})
