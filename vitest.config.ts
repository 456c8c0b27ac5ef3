/** How the unit tests run: all that lie beside the code, on real databases, in Node. */
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['{apps,packages,examples,bench,docs}/**/*.test.{ts,tsx}', 'tools/**/*.test.mjs'],
    exclude: ['**/node_modules/**', '**/dist/**'],
    setupFiles: ['./tools/unit-test-setup.mjs'],
    environment: 'node',
    testTimeout: 20_000,
    hookTimeout: 60_000,
  },
})
