/** The counts under a test run agree with the runners. */
import { expect, it } from 'vitest'
import { addCounts, countStories, countUnitTests, readCounts } from './test-counts.mjs'

it('counts a test file that could not be loaded as one failure', () => {
  const testResults = [
    { status: 'passed', assertionResults: [{ status: 'passed' }] },
    { status: 'failed', assertionResults: [{ status: 'failed' }, { status: 'passed' }] },
    { status: 'failed', assertionResults: [] },
  ]
  expect(countUnitTests({ numPassedTests: 2, numFailedTests: 1, testResults })).toEqual({ passed: 2, failed: 2 })
})

it('counts an error outside of any story as one failure', () => {
  const stats = { expected: 3, unexpected: 1, flaky: 0 }
  expect(countStories({ stats, errors: [{}] })).toEqual({ passed: 3, failed: 2 })
})

it('counts nothing where the runner left no report', () => {
  expect(readCounts('/nowhere/report.json', countStories)).toEqual({ passed: 0, failed: 0 })
})

it('adds up', () => {
  expect(
    addCounts([
      { passed: 1, failed: 2 },
      { passed: 3, failed: 4 },
    ]),
  ).toEqual({ passed: 4, failed: 6 })
})
