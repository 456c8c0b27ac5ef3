/** Steps and children report what came of them. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { runQuietly } from './run-child.mjs'
import { runSteps } from './run-steps.mjs'

/** @type {string[]} */
let printed = []

beforeEach(() => {
  printed = []
  vi.spyOn(console, 'log').mockImplementation((line) => void printed.push(line))
})
afterEach(() => vi.mocked(console.log).mockRestore())

it('runs every step, one line each, and shows the output of those that failed', async () => {
  const failed = await runSteps(
    [
      { name: 'first', run: async () => ({ ok: true, output: 'nobody sees this' }) },
      { name: 'second', run: async () => ({ ok: false, output: 'the reason' }) },
      { name: 'third', run: () => Promise.reject(new Error('it broke')) },
      { name: 'fourth', run: async () => ({ ok: true, output: '' }) },
    ],
    { atOnce: 1 },
  )
  expect(failed).toEqual(['second', 'third'])
  expect(printed.filter((line) => / (ok|failed) +[\d.]+ s$/.test(line))).toHaveLength(4)
  expect(printed.join('\n')).toContain('the reason')
  expect(printed.join('\n')).toContain('it broke')
  expect(printed.join('\n')).not.toContain('nobody sees this')
})

it('keeps the exit status and the output of a child', async () => {
  const program = "console.log('out'); console.error('err'); process.exitCode = 3"
  const { status, output } = await runQuietly(process.execPath, ['-e', program], { env: process.env })
  expect(status).toBe(3)
  expect(output.split('\n').sort()).toEqual(['', 'err', 'out'])
})
