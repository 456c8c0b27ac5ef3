/** How the unit tests run: all that lie beside the code, on real databases, in Node. `--mode long` runs those that take minutes instead. */
import { defineConfig } from 'vitest/config'

const long = '{apps,packages}/**/*.long.test.ts'

export default defineConfig(({ mode }) => ({
  test: {
    include:
      mode === 'long' ? [long] : ['{apps,packages,examples,bench,docs}/**/*.test.{ts,tsx}', 'tools/**/*.test.mjs'],
    exclude: ['**/node_modules/**', '**/dist/**', ...(mode === 'long' ? [] : [long])],
    setupFiles: ['./tools/unit-test-setup.mjs'],
    environment: 'node',
    testTimeout: mode === 'long' ? 30 * 60_000 : 20_000,
    hookTimeout: mode === 'long' ? 10 * 60_000 : 60_000,
    // A core is not left to vitest itself: it waits while they run.
    maxWorkers: '100%',
    // They measure: two at once would measure each other.
    fileParallelism: mode !== 'long',
  },
}))
